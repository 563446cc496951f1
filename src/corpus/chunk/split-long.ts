/** Above this many characters an article is split at its 款 and 项. */
export const longest = 700;
/** Parts are joined up to about this many characters, so that an item is not alone. */
const wanted = 450;

export type Part = { readonly start: number; readonly text: string };

/** Splits a long passage at line ends (款 and 项 are lines), one that is a single line at sentence ends. */
export function splitLong(passage: string): readonly Part[] {
  if (passage.length <= longest) return [{ start: 0, text: passage }];
  const pieces = piecesOf(passage);
  const parts: Part[] = [];
  let start = 0;
  let end = 0;
  for (const piece of pieces) {
    if (end > start && piece.end - start > wanted) {
      parts.push(part(passage, start, end));
      start = end;
    }
    end = piece.end;
  }
  if (end > start) parts.push(part(passage, start, end));
  return parts.filter((each) => each.text !== "");
}

function piecesOf(passage: string): readonly { readonly end: number }[] {
  const ends: { end: number }[] = [];
  let offset = 0;
  for (const line of passage.split("\n")) {
    const lineEnd = Math.min(passage.length, offset + line.length + 1);
    if (line.length > longest) for (const sentence of line.matchAll(/[。；;]/g)) ends.push({ end: offset + (sentence.index ?? 0) + 1 });
    ends.push({ end: lineEnd });
    offset = lineEnd;
  }
  return ends;
}

function part(passage: string, start: number, end: number): Part {
  const raw = passage.slice(start, end);
  const lead = raw.length - raw.trimStart().length;
  return { start: start + lead, text: raw.trim() };
}
