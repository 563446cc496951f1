import type { PlainDate } from "../../domain/plain-date.js";
import type { Citation } from "../../domain/reply.js";
import type { Knowledge } from "../../knowledge/index.js";
import { sourceList } from "../compose/sources.js";
import type { Statement } from "./read-generated.js";
import type { Source } from "./sources.js";

export type ComposedGenerated = { readonly text: string; readonly used: readonly Source[]; readonly citations: readonly Citation[] };

/** Gives the sources that are used their marks, [1] for the first that is named. */
export function markSources(): (statement: Statement) => string {
  const marks = new Map<number, number>();
  return ({ text, sources }) => {
    for (const n of sources) if (!marks.has(n)) marks.set(n, marks.size + 1);
    return `${text}${sources.map((n) => `[${marks.get(n)}]`).join("")}`;
  };
}

/** The text of sentences with their marks and the list of the sources that they use. */
export function composeGenerated(
  statements: readonly Statement[],
  sources: readonly Source[],
  asOf: PlainDate,
  { answerWordings, replacedSince }: Pick<Knowledge, "answerWordings" | "replacedSince">,
): ComposedGenerated {
  const marked = markSources();
  const body = statements.map((statement) => `${marked(statement)}${statement.endsLine ? "\n" : ""}`).join("");
  const order = [...new Set(statements.flatMap(({ sources: named }) => named))];
  const used = order.flatMap((n) => sources.find((source) => source.n === n) ?? []);
  const citations = used.map(({ citation }, index) => ({ ...citation, n: index + 1 }));
  return { text: `${body.trim()}\n\n${sourceList(citations, answerWordings, replacedSince, asOf)}`, used, citations };
}
