/** A run of a document's text that belongs together, before long ones are split; offsets UTF-16. */
export type Section = {
  readonly article: string | null;
  readonly chapter: string | null;
  readonly heading: string | null;
  readonly start: number;
  readonly end: number;
};

/** A line that is not blank, trimmed; `start` is where its first character stands, `from` where the line itself begins. */
export type Line = { readonly text: string; readonly from: number; readonly start: number; readonly end: number };

/** The lines between two offsets of a text that are not blank. */
export function linesOf(text: string, from: number, to: number): readonly Line[] {
  const lines: Line[] = [];
  let offset = from;
  for (const raw of text.slice(from, to).split("\n")) {
    const trimmed = raw.trim();
    const start = offset + (raw.length - raw.trimStart().length);
    if (trimmed !== "") lines.push({ text: trimmed, from: offset, start, end: start + trimmed.length });
    offset += raw.length + 1;
  }
  return lines;
}
