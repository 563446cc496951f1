import { type Box, escaped, font, freePlace, label, logScale, logTicks, palette } from "../measure/svg.js";

const { ink, faint, line } = palette;
/** A dot of a plot: what it is called, where it stands, and how far its time reaches. */
export type PlotPoint = {
  readonly name: string;
  /** Milliseconds: half of the searches take no longer. */
  readonly p50: number;
  /** Milliseconds: 99 of 100 searches take no longer. */
  readonly p99: number;
  /** 0 … 1. */
  readonly quality: number;
  /** An empty dot: the same search measured in another way. */
  readonly hollow?: boolean;
  readonly color: string;
};

export type PlotPanel = { readonly title: string; readonly points: readonly PlotPoint[] };

/** About, at 13 pixels. */
const widthOfLetter = 7.6;
const panel = { width: 470, height: 330, left: 62, top: 92, gap: 74 } as const;

/** An SVG of quality (upwards) against the time of a search (to the right, logarithmic), one panel for each set of questions. */
export function qualityLatencyPlot(title: string, subtitle: string, measure: string, panels: readonly PlotPanel[]): string {
  const points = panels.flatMap((each) => each.points);
  const ticks = logTicks(Math.min(...points.map(({ p50 }) => p50)) * 0.9, Math.max(...points.map(({ p99 }) => p99)) * 1.1);
  const least = Math.floor(Math.min(...points.map(({ quality }) => quality)) * 10 - 0.5) / 10;
  const most = Math.ceil(Math.max(...points.map(({ quality }) => quality)) * 10 + 0.5) / 10;
  const width = panel.left + panels.length * panel.width + (panels.length - 1) * panel.gap + 40;
  const height = panel.top + panel.height + 92;
  const x = logScale(ticks[0] as number, ticks.at(-1) as number, panel.width);
  const y = (quality: number) => panel.height * (1 - (quality - least) / (most - least));
  const drawn = panels.map((each, index) => {
    const left = panel.left + index * (panel.width + panel.gap);
    return `<g transform="translate(${left} ${panel.top})">${drawPanel(each, x, y, ticks, least, most, measure)}</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(title)}">
<rect width="${width}" height="${height}" fill="#ffffff"/>
<text x="${panel.left}" y="32" ${font} font-size="19" font-weight="600" fill="${ink}">${escaped(title)}</text>
<text x="${panel.left}" y="54" ${font} font-size="13" fill="${faint}">${escaped(subtitle)}</text>
${drawn.join("\n")}
</svg>
`;
}

function drawPanel(
  { title, points }: PlotPanel,
  x: (value: number) => number,
  y: (quality: number) => number,
  ticks: readonly number[],
  least: number,
  most: number,
  measure: string,
): string {
  const parts = [`<text x="0" y="-12" ${font} font-size="14" font-weight="600" fill="${ink}">${escaped(title)}</text>`];
  for (let step = Math.round(least * 10); step <= Math.min(10, Math.round(most * 10)); step++) {
    const at = y(step / 10).toFixed(1);
    parts.push(`<line x1="0" y1="${at}" x2="${panel.width}" y2="${at}" stroke="${line}"/>`);
    parts.push(label(-10, Number(at) + 4, (step / 10).toFixed(1), "end", faint, 12));
  }
  for (const tick of ticks) {
    const at = x(tick).toFixed(1);
    parts.push(`<line x1="${at}" y1="0" x2="${at}" y2="${panel.height}" stroke="${line}"/>`);
    parts.push(label(Number(at), panel.height + 20, String(tick), "middle", faint, 12));
  }
  parts.push(label(panel.width / 2, panel.height + 44, "time of a search in ms: the dot is p50, its line ends at p99", "middle", ink, 13));
  parts.push(
    `<text transform="translate(-44 ${panel.height / 2}) rotate(-90)" text-anchor="middle" ${font} font-size="13" fill="${ink}">${escaped(measure)}</text>`,
  );
  const taken = points.map(
    ({ p50, p99, quality }): Box => ({ left: x(p50) - 7, top: y(quality) - 7, width: x(p99) - x(p50) + 8, height: 14 }),
  );
  for (const { name, p50, p99, quality, color, hollow } of points) {
    const [from, to, at] = [x(p50).toFixed(1), x(p99).toFixed(1), y(quality)];
    const stroke = `stroke="${color}" stroke-width="2"`;
    parts.push(`<line x1="${from}" y1="${at.toFixed(1)}" x2="${to}" y2="${at.toFixed(1)}" ${stroke} opacity="0.55"/>`);
    parts.push(`<line x1="${to}" y1="${(at - 5).toFixed(1)}" x2="${to}" y2="${(at + 5).toFixed(1)}" ${stroke} opacity="0.55"/>`);
    parts.push(`<circle cx="${from}" cy="${at.toFixed(1)}" r="6" fill="${hollow ? "#ffffff" : color}" ${stroke}/>`);
    const text = `${name} · ${quality.toFixed(2)}`;
    const width = text.length * widthOfLetter;
    const left = Math.min(x(p50) - 6, panel.width - width);
    const place = freePlace(
      [-27, 9, -45, 27].map((above): Box => ({ left, top: at + above, width, height: 18 })),
      taken,
    );
    taken.push(place);
    parts.push(label(place.left, place.top + 14, text, "start", color, 13, 600));
  }
  return parts.join("\n");
}
