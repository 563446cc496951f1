import { escaped, font, label, logScale, logTicks, palette, spreadLabels } from "../measure/svg.js";

/** A line of a panel: what it measures at each size. A point that was simulated is drawn as an empty dot. */
export type GrowthLine = {
  readonly name: string;
  readonly color: string;
  readonly points: readonly { readonly chunks: number; readonly value: number; readonly simulated: boolean }[];
};

export type GrowthPanel = { readonly title: string; readonly unit: string; readonly lines: readonly GrowthLine[] };

const { ink, faint, line } = palette;
const panel = { width: 380, height: 220, left: 66, top: 96, across: 96, down: 104 } as const;

/** An SVG of costs by the number of chunks, both axes logarithmic, two panels in a row. */
export function growthPlot(title: string, subtitle: string, panels: readonly GrowthPanel[]): string {
  const rows = Math.ceil(panels.length / 2);
  const width = panel.left + 2 * panel.width + panel.across + 76;
  const height = panel.top + rows * panel.height + (rows - 1) * panel.down + 66;
  const sizes = panels.flatMap(({ lines }) => lines.flatMap(({ points }) => points.map(({ chunks }) => chunks)));
  const sizeTicks = logTicks(Math.min(...sizes) * 1.05, Math.max(...sizes));
  const drawn = panels.map((each, index) => {
    const left = panel.left + (index % 2) * (panel.width + panel.across);
    const top = panel.top + Math.floor(index / 2) * (panel.height + panel.down);
    return `<g transform="translate(${left} ${top})">${drawPanel(each, sizeTicks)}</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(title)}">
<rect width="${width}" height="${height}" fill="#ffffff"/>
<text x="${panel.left}" y="32" ${font} font-size="19" font-weight="600" fill="${ink}">${escaped(title)}</text>
<text x="${panel.left}" y="54" ${font} font-size="13" fill="${faint}">${escaped(subtitle)}</text>
${drawn.join("\n")}
</svg>
`;
}

function drawPanel({ title, unit, lines }: GrowthPanel, sizeTicks: readonly number[]): string {
  const points = lines.flatMap((each) => each.points);
  const values = points.map(({ value }) => value);
  const ticks = logTicks(Math.min(...values) * 0.98, Math.max(...values) * 1.02);
  const x = logScale(sizeTicks[0] as number, sizeTicks.at(-1) as number, panel.width);
  const up = logScale(ticks[0] as number, ticks.at(-1) as number, panel.height);
  const y = (value: number) => panel.height - up(value);
  const parts = [`<text x="0" y="-14" ${font} font-size="14" font-weight="600" fill="${ink}">${escaped(`${title}, ${unit}`)}</text>`];
  for (const tick of ticks) {
    parts.push(`<line x1="0" y1="${y(tick).toFixed(1)}" x2="${panel.width}" y2="${y(tick).toFixed(1)}" stroke="${line}"/>`);
    parts.push(label(-10, y(tick) + 4, String(tick), "end", faint, 12));
  }
  for (const tick of sizeTicks) {
    parts.push(`<line x1="${x(tick).toFixed(1)}" y1="0" x2="${x(tick).toFixed(1)}" y2="${panel.height}" stroke="${line}"/>`);
    parts.push(label(x(tick), panel.height + 18, shortNumber(tick), "middle", faint, 12));
  }
  parts.push(label(panel.width / 2, panel.height + 40, "chunks", "middle", ink, 13));
  const ends = lines.map(({ points }) => points.at(-1));
  const heights = spreadLabels(
    ends.map((end) => (end ? y(end.value) + 4 : 0)),
    16,
  );
  for (const [index, { name, color, points: own }] of lines.entries()) {
    const path = own.map(({ chunks, value }, at) => `${at === 0 ? "M" : "L"}${x(chunks).toFixed(1)} ${y(value).toFixed(1)}`).join("");
    parts.push(`<path d="${path}" fill="none" stroke="${color}" stroke-width="2"/>`);
    for (const { chunks, value, simulated } of own)
      parts.push(
        `<circle cx="${x(chunks).toFixed(1)}" cy="${y(value).toFixed(1)}" r="4.5" fill="${simulated ? "#ffffff" : color}" stroke="${color}" stroke-width="2"/>`,
      );
    const end = ends[index];
    if (end) parts.push(label(x(end.chunks) + 10, heights[index] as number, name, "start", color, 13, 600));
  }
  return parts.join("\n");
}

/** 20000 as 20k, 1000000 as 1M. */
function shortNumber(value: number): string {
  return value >= 1e6 ? `${value / 1e6}M` : value >= 1e3 ? `${value / 1e3}k` : String(value);
}
