/** Where a cue stands in a text; offsets UTF-16. */
export type CueMatch = { readonly cue: string; readonly start: number; readonly end: number };

/** At most this many characters stand for a 「…」. */
const gap = 12;
const sentenceEnd = /[。！？!?\n]/;

/**
 * Finds words and phrases in texts. A cue `甲…乙` matches 甲 with 乙 at most twelve characters later in the same sentence.
 * A plain cue inside a longer plain match is not reported: where 工伤保险 matches, 保险 does not.
 */
export function cueFinder(cues: Iterable<string>): (text: string) => readonly CueMatch[] {
  const plain = new Map<string, string[]>();
  const gapped: (readonly [string, readonly string[]])[] = [];
  for (const cue of new Set(cues)) {
    const [first = "", ...rest] = cue.split("…");
    if (rest.length > 0) gapped.push([cue, [first, ...rest]]);
    else if (cue !== "") plain.set(cue.charAt(0), [...(plain.get(cue.charAt(0)) ?? []), cue]);
  }
  for (const list of plain.values()) list.sort((a, b) => b.length - a.length);
  return (text) => [...plainMatches(text, plain), ...gapped.flatMap(([cue, parts]) => gappedMatches(text, cue, parts))];
}

/** At each position the longest cue, unless it lies within one that began earlier. */
function plainMatches(text: string, plain: ReadonlyMap<string, readonly string[]>): CueMatch[] {
  const found: CueMatch[] = [];
  let covered = 0;
  for (let start = 0; start < text.length; start++) {
    const cue = plain.get(text.charAt(start))?.find((candidate) => text.startsWith(candidate, start));
    const end = start + (cue?.length ?? 0);
    if (cue === undefined || end <= covered) continue;
    found.push({ cue, start, end });
    covered = end;
  }
  return found;
}

function gappedMatches(text: string, cue: string, parts: readonly string[]): CueMatch[] {
  const found: CueMatch[] = [];
  const [first = "", ...rest] = parts;
  for (let start = text.indexOf(first); start !== -1; start = text.indexOf(first, start + 1)) {
    let end = start + first.length;
    const matched = rest.every((part) => {
      const between = text.slice(end, end + gap + part.length);
      const at = between.indexOf(part);
      if (at === -1 || sentenceEnd.test(between.slice(0, at))) return false;
      end += at + part.length;
      return true;
    });
    if (matched) found.push({ cue, start, end });
  }
  return found;
}
