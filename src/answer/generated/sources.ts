import { chineseDate } from "../../domain/plain-date.js";
import type { Citation } from "../../domain/reply.js";
import type { Hit } from "../../retrieval/index.js";
import { citationOf, type Passage } from "../compose/passage.js";
import { relevantLines } from "../compose/relevant-lines.js";

/** A passage that the model may use, under the number by which it names it. */
export type Source = { readonly n: number; readonly passage: Passage; readonly citation: Citation };

const mostSources = 6;
/** A further passage is given when it scores at least this share of the best. */
const closeEnough = 0.4;
/** Characters of a further passage, at most. */
const furtherBudget = 500;

/** What the quotes rest on comes first, then what else was found near enough; each verbatim. */
export function sourcesFor(quoted: readonly Passage[], hits: readonly Hit[], question: string): readonly Source[] {
  const best = hits[0]?.score ?? 0;
  const isQuoted = ({ chunk, version }: Hit) =>
    quoted.some(
      ({ hit }) => hit.chunk.id === chunk.id || (hit.version.versionId === version.versionId && hit.chunk.text.includes(chunk.text)),
    );
  const further = hits
    .filter((hit) => hit.score >= closeEnough * best && !isQuoted(hit))
    .map((hit): Passage => ({ hit, lines: relevantLines(hit.chunk.text, question, furtherBudget) }));
  return [...quoted, ...further]
    .slice(0, mostSources)
    .map((passage, index) => ({ n: index + 1, passage, citation: citationOf(passage, index + 1) }));
}

/** What a source is called: its title, its article, since when it is in force. */
export function nameOf({ document, article, effectiveFrom }: Citation): string {
  return `《${document}》${article ?? ""}${effectiveFrom ? `（${chineseDate(effectiveFrom)}起施行）` : ""}`;
}

/** All that a source says and is called: what a figure of the answer must stand in. */
export function saidBy(citation: Citation): string {
  return `${nameOf(citation)}\n${citation.quote}`;
}
