/** A stretch of a line: plain words, or a mark that names a source. */
export type Piece = { readonly text: string; readonly source: number | null };
export type Block = { readonly kind: "paragraph" | "bullets" | "numbers"; readonly lines: readonly (readonly Piece[])[] };

const bullet = /^\s*[-•·]\s+/;
const numbered = /^\s*\d{1,2}[.、．]\s*(?=\S)/;

/**
 * A reply's text as blocks to show. The list of sources at its end is left out: the page shows the same sources as cards.
 * @param sources the numbers of the reply's citations; a mark of any other number stays plain text
 */
export function replyBlocks(text: string, sources: readonly number[]): readonly Block[] {
  const known = new Set(sources);
  const blocks: Block[] = [];
  for (const paragraph of withoutSources(text, known).split(/\n\s*\n/)) {
    const runs: { kind: Block["kind"]; lines: Piece[][] }[] = [];
    for (const line of paragraph.split("\n")) {
      if (line.trim() === "") continue;
      const kind = bullet.test(line) ? "bullets" : numbered.test(line) ? "numbers" : "paragraph";
      // Written numbers are kept as text: a list that starts at 3 must not be shown from 1.
      const shown = kind === "bullets" ? line.replace(bullet, "") : line;
      const run = runs.at(-1);
      if (run?.kind === kind) run.lines.push(pieces(shown.trim(), known));
      else runs.push({ kind, lines: [pieces(shown.trim(), known)] });
    }
    blocks.push(...runs);
  }
  return blocks;
}

/** Cuts the list only when each of its lines is one of the citations: nothing that the cards lack is lost. */
function withoutSources(text: string, known: ReadonlySet<number>): string {
  const match = /\n\s*(?:来源|出处|依据)[:：]?\s*\n((?:\s*\[\d+\][^\n]*(?:\n|$))+)\s*$/.exec(text);
  if (!match) return text;
  const listed = [...(match[1] ?? "").matchAll(/^\s*\[(\d+)\]/gm)].map((entry) => Number(entry[1]));
  return listed.every((n) => known.has(n)) ? text.slice(0, match.index) : text;
}

function pieces(line: string, known: ReadonlySet<number>): Piece[] {
  return line
    .split(/(\[\d{1,2}\])/)
    .filter((text) => text !== "")
    .map((text) => {
      const n = /^\[(\d{1,2})\]$/.exec(text)?.[1];
      return { text, source: n !== undefined && known.has(Number(n)) ? Number(n) : null };
    });
}
