import { chineseDate, type PlainDate } from "../../domain/plain-date.js";
import type { ApplicationWordings } from "../../knowledge/application-wordings.js";
import { fillIn } from "../../text/fill.js";

/** By when the office confirms, and what that means for the answer's day (政府信息公开条例 2019, Art. 31); empty when there is nothing to confirm. */
export function confirmText(confirmBy: PlainDate | null, words: ApplicationWordings): string {
  return confirmBy === null ? "" : fillIn(words.confirmBy, { confirmBy: chineseDate(confirmBy) });
}
