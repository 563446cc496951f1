/** Attributes of all text in a plot. */
export const font = "font-family=\"system-ui, 'Segoe UI', Helvetica, Arial, sans-serif\"";
/** Colours of a plot on white: text, lesser text, lines of the grid. */
export const palette = { ink: "#1f2933", faint: "#52606d", line: "#e4e7eb" } as const;

/** Escapes what XML gives a meaning. */
export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** Where values stand along a line of pixels when each power of ten is as long as the next. */
export function logScale(from: number, to: number, length: number): (value: number) => number {
  const span = Math.log10(to / from);
  return (value) => (length * Math.log10(value / from)) / span;
}

/** 1, 2, 5, 10, 20, 50 … that cover the values. */
export function logTicks(least: number, most: number): readonly number[] {
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(least)); power <= Math.ceil(Math.log10(most)); power++)
    for (const digit of [1, 2, 5]) ticks.push(digit * 10 ** power);
  const first = ticks.findLastIndex((tick) => tick <= least);
  const last = ticks.findIndex((tick) => tick >= most);
  return ticks.slice(first, last + 1).map((tick) => Number(tick.toPrecision(1)));
}

/** Labels in the order of their heights, each moved down as far as the one above it needs. */
export function spreadLabels(heights: readonly number[], apart: number): readonly number[] {
  const order = heights.map((_, index) => index).sort((a, b) => (heights[a] as number) - (heights[b] as number));
  const spread = [...heights];
  for (const [position, index] of order.entries()) {
    const above = position === 0 ? Number.NEGATIVE_INFINITY : (spread[order[position - 1] as number] as number);
    spread[index] = Math.max(heights[index] as number, above + apart);
  }
  return spread;
}

/** A rectangle of a plot. */
export type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

/** The first of some places that covers nothing that is there already; the first of all when each does. */
export function freePlace<T extends Box>(places: readonly T[], taken: readonly Box[]): T {
  const overlap = (one: Box, other: Box) =>
    one.left < other.left + other.width &&
    other.left < one.left + one.width &&
    one.top < other.top + other.height &&
    other.top < one.top + one.height;
  return places.find((place) => !taken.some((each) => overlap(place, each))) ?? (places[0] as T);
}

/** A text of a plot. */
export function label(
  x: number,
  y: number,
  text: string,
  anchor: "start" | "middle" | "end",
  color: string,
  size: number,
  weight = 400,
): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}" ${font} font-size="${size}" font-weight="${weight}" fill="${color}">${escaped(text)}</text>`;
}
