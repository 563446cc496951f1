import { chineseDate, type PlainDate } from "../../domain/plain-date.js";
import type { Citation } from "../../domain/reply.js";
import type { AnswerWordings } from "../../knowledge/answer-wordings.js";
import type { ReplacedSince } from "../../knowledge/index.js";
import { titleKey } from "../../text/title-key.js";

/**
 * The list of sources under a reply: mark, title, article, date in force; citations of one document share a line. A text that was replaced
 * after it was collected carries the warning, one that is not in force its status.
 * @param endedBy by a citation's number, the title that governs instead, where it is known
 */
export function sourceList(
  citations: readonly Citation[],
  wordings: AnswerWordings,
  replacedSince: ReplacedSince,
  asOf: PlainDate,
  endedBy: ReadonlyMap<number, string | null> = new Map(),
): string {
  const lines = new Map<string, { marks: string; line: string }>();
  for (const citation of citations) {
    const key = `${citation.path}|${citation.article}|${citation.effectiveFrom}`;
    const known = lines.get(key);
    if (known) {
      known.marks += `[${citation.n}]`;
      continue;
    }
    const from = citation.effectiveFrom ? `${chineseDate(citation.effectiveFrom)}${wordings.inForceFrom}` : "";
    const warning = replacedLater(citation, replacedSince, asOf) ? wordings.replaced : "";
    const state = citation.status === "in_force" ? "" : wordings.status[citation.status];
    const instead = endedBy.get(citation.n)?.replace(/[《》]/g, "");
    const named = state !== "" && instead && instead !== citation.document ? `${wordings.endedBy}《${instead}》` : "";
    const notes = [from, state, named, warning].filter((note) => note !== "").join("；");
    lines.set(key, { marks: `[${citation.n}]`, line: `《${citation.document}》${citation.article ?? ""}${notes ? `（${notes}）` : ""}` });
  }
  return [wordings.sources, ...[...lines.values()].map(({ marks, line }) => `${marks} ${line}`)].join("\n");
}

/** True when the cited text is the old one of a law that has a newer text, not collected, in force on the day asked about. */
export function replacedLater(
  citation: Pick<Citation, "document" | "effectiveFrom">,
  replacedSince: ReplacedSince,
  asOf: PlainDate,
): boolean {
  const key = titleKey(citation.document.split("·")[0] ?? citation.document);
  return replacedSince.replaced.some(
    (text) => titleKey(text.title) === key && text.effectiveFrom <= asOf && (citation.effectiveFrom ?? "") < text.effectiveFrom,
  );
}
