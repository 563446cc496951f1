/** How much of the question the sources answer, as the model sees it. */
export type Completeness = "full" | "partial" | "none";

/** A sentence of a generated answer without its tokens, and the numbers of the sources that it names. */
export type Statement = { readonly text: string; readonly sources: readonly number[]; readonly endsLine: boolean };

export type Generated = { readonly completeness: Completeness; readonly statements: readonly Statement[] };

const firstLine = /^[\s*#]*完整度\s*[:：]\s*[“"*]*(full|partial|none)[”"*。]*\s*$/iu;
/** 〔来源1〕, and as models write it otherwise: [来源1], （来源1、来源2）, 来源1。 */
const token = /[〔【[（(]\s*来源[\s\d、,，和来源]*[〕】\]）)]|来源\s*\d+/gu;
/** A sentence with its stop, and the tokens behind that. */
const sentence = new RegExp(`[^。！？；!?;]*(?:[。！？；!?;]+|$)(?:\\s*(?:${token.source}))*`, "gu");
const layoutMarks = /^\s*(?:#{1,6}\s+|[-*•·]\s+|\d{1,2}[.、)）]\s*(?!\d))|\*\*|__|`/gu;

/** The completeness that a first line tells; null when it is another line. */
export function readCompleteness(line: string): Completeness | null {
  return (firstLine.exec(line)?.[1]?.toLowerCase() as Completeness | undefined) ?? null;
}

/**
 * The sentences of one line. A sentence without a token of its own takes that of the next one in the line; a number that no source has is
 * dropped.
 */
export function readLine(line: string, sourceCount: number): readonly Statement[] {
  const parts = (line.replace(layoutMarks, "").match(sentence) ?? []).filter((part) => part.trim() !== "");
  const statements: Statement[] = [];
  for (const part of parts) {
    const named = [...part.matchAll(token)].flatMap(([written]) => (written.match(/\d+/g) ?? []).map(Number));
    const sources = [...new Set(named.filter((n) => n >= 1 && n <= sourceCount))];
    const text = part
      .replace(token, "")
      .replace(/\s+([。！？；，])/gu, "$1")
      .trim();
    const previous = statements.at(-1);
    // a token that stands alone belongs to what is before it
    if (/^[。！？；，,.\s]*$/u.test(text)) {
      if (previous) statements[statements.length - 1] = { ...previous, sources: [...new Set([...previous.sources, ...sources])] };
    } else statements.push({ text, sources, endsLine: false });
  }
  const last = statements.length - 1;
  return statements.map((statement, index) => ({
    ...statement,
    sources:
      statement.sources.length > 0 ? statement.sources : (statements.slice(index).find(({ sources }) => sources.length > 0)?.sources ?? []),
    endsLine: index === last,
  }));
}

/** What introduces a list rests on what the list's first item rests on. */
export function withStems(statements: readonly Statement[]): readonly Statement[] {
  return statements.map((statement, index) => {
    const isStem = statement.sources.length === 0 && /[：:]$/u.test(statement.text);
    return isStem ? { ...statement, sources: statements[index + 1]?.sources ?? [] } : statement;
  });
}

/**
 * Reads what a model wrote: the first line tells the completeness, the rest are sentences with tokens.
 * @returns null when it has no such first line, says that it answers and does not, or names no source that was given
 */
export function readGenerated(text: string, sourceCount: number): Generated | null {
  const [first = "", ...rest] = text.trim().split(/\r?\n/u);
  const completeness = readCompleteness(first);
  if (completeness === null) return null;
  if (completeness === "none") return { completeness, statements: [] };
  const statements = withStems(rest.flatMap((line) => readLine(line, sourceCount)));
  return statements.some(({ sources }) => sources.length > 0) ? { completeness, statements } : null;
}
