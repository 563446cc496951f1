import { termsOf } from "../../retrieval/tokens.js";

/** The stem of a list of items: it ends with a colon and means nothing without them, nor they without it. */
const isStem = (line: string) => /[：:]$/.test(line.trim());
const isItem = (line: string) => /^\s*(?:（[一二三四五六七八九十]+）|[-*]\s|\d+[.、])/.test(line);

/** What a line shares with the question, in characters of the words that both have. */
function sharedWith(wanted: ReadonlySet<string>, line: string): number {
  const terms = new Set(termsOf(line));
  let shared = 0;
  for (const term of wanted) if (terms.has(term)) shared += term.length;
  return shared;
}

/** What the passage's best line shares with the question. */
export function bestMatch(passage: string, question: string): number {
  const wanted = new Set(termsOf(question));
  return Math.max(0, ...passage.split("\n").map((line) => sharedWith(wanted, line)));
}

/** True when the passage begins with an item, so that the stem of its list stands before it. */
export function stemIsMissing(passage: string): boolean {
  return isItem(passage.split("\n")[0] ?? "");
}

/**
 * The paragraphs (款) and items (项) of a passage that matter for a question, verbatim and in order, at most `budget` characters; the whole
 * passage when it fits. An item brings its stem along.
 * @param found the part of the passage that was found: of lines that matter alike its own come first
 */
export function relevantLines(passage: string, question: string, budget: number, found = ""): readonly string[] {
  const lines = passage.split("\n").filter((line) => line.trim() !== "");
  if (lines.reduce((sum, line) => sum + line.length, 0) <= budget) return lines;
  const wanted = new Set(termsOf(question));
  const foundLines = new Set(found.split("\n"));
  const scored = lines.map((line, index) => {
    return { index, score: sharedWith(wanted, line) + (index === 0 ? 0.5 : 0) + (foundLines.has(line) ? 0.75 : 0) };
  });
  const chosen = new Set<number>();
  let used = 0;
  const take = (index: number) => {
    const line = lines[index];
    if (line === undefined || chosen.has(index)) return;
    chosen.add(index);
    used += line.length;
  };
  for (const { index } of scored.toSorted((a, b) => b.score - a.score || a.index - b.index)) {
    const line = lines[index] ?? "";
    const stem = isItem(line) ? stemOf(lines, index) : null;
    const cost = line.length + (stem !== null && !chosen.has(stem) ? (lines[stem]?.length ?? 0) : 0);
    if (chosen.size > 0 && used + cost > budget) continue;
    if (stem !== null) take(stem);
    take(index);
    if (isStem(line) && !isItem(line))
      for (let next = index + 1; next < lines.length && isItem(lines[next] ?? "") && used + (lines[next]?.length ?? 0) <= budget; next++)
        take(next);
  }
  return [...chosen].toSorted((a, b) => a - b).map((index) => lines[index] ?? "");
}

function stemOf(lines: readonly string[], item: number): number | null {
  for (let index = item - 1; index >= 0; index--) if (!isItem(lines[index] ?? "")) return isStem(lines[index] ?? "") ? index : null;
  return null;
}
