import { dateNumber, type PlainDate } from "../../domain/plain-date.js";
import type { Citation } from "../../domain/reply.js";
import type { AnswerWordings } from "../../knowledge/answer-wordings.js";
import type { ReplacedSince } from "../../knowledge/index.js";
import type { Hit, Retrieval } from "../../retrieval/index.js";
import { fillIn } from "../../text/fill.js";
import type { Asked } from "../asked.js";
import { replacedLater } from "./sources.js";

/**
 * What is said before an answer that is given for another day or another place than the resident's: as what the question was understood,
 * and whether it is still so today.
 */
export function notesOn(
  { date, elsewhere, day, today }: Asked,
  versions: readonly Hit["version"][],
  words: AnswerWordings,
  retrieval: Pick<Retrieval, "statusOf">,
): string {
  const notes: string[] = [];
  if (elsewhere) notes.push(fillIn(words.otherPlace.answered, { place: elsewhere.text }));
  if (date) {
    const isSoToday = versions.every(({ versionId }) => retrieval.statusOf(versionId, dateNumber(today)) === "in_force");
    const { later, unchanged, changed, within } = words.otherDay;
    notes.push(fillIn(day > today ? later : isSoToday ? unchanged : changed, { date: date.text }));
    if (day < today && versions.some(({ from }) => beganWithin(from, date))) notes.push(within);
  }
  return notes.join("\n");
}

/** Warns before the quotes where the first of them is from a text that certainly has a newer one, in force and not collected; else empty. */
export function replacedNote(
  citations: readonly Citation[],
  replacedSince: ReplacedSince,
  asOf: PlainDate,
  words: Pick<AnswerWordings, "replacedSince">,
): string {
  const [first] = citations;
  const certain = { ...replacedSince, replaced: replacedSince.replaced.filter(({ certainty }) => certainty === "certain") };
  return first && replacedLater(first, certain, asOf) ? fillIn(words.replacedSince, { title: first.document }) : "";
}

/** The text took effect after the first day of what the question names: 2021年 began under another. */
function beganWithin(from: number, period: { readonly from: PlainDate; readonly to: PlainDate }): boolean {
  return dateNumber(period.from) < from && from <= dateNumber(period.to);
}
