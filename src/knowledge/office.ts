import { z } from "zod";
import type { Place } from "../domain/place.js";
import { readKnowledge } from "./read.js";

const unit = z.object({ name: z.string(), address: z.string(), telephone: z.string() });
const authority = z.object({ name: z.string().min(1), address: z.string().min(1) });
const schema = z.object({
  name: z.string(),
  place: z.string().transform((text) => text as Place),
  address: z.string(),
  telephone: z.string(),
  hours: z.string(),
  disclosureUnit: unit,
  serviceCentre: unit,
  hotline: z.string(),
  /** What stands before the year in a letter's number: 木棉街公开告〔2026〕1号. */
  letterCode: z.string().min(1),
  reviewOrgan: authority,
  court: authority,
  /** Whether a refusal that rests on a third party's objection alone (政府信息公开条例 Art. 32) must go to review before a court. */
  thirdPartyObjectionReviewFirst: z.boolean().default(true),
});

/** The street that this installation serves: where to go, when, and whom to call. */
export type Office = z.infer<typeof schema>;

export function loadOffice(folder: string): Office {
  return readKnowledge(folder, "office.yml", schema);
}

/** The office's own telephones: printed everywhere, so never masked and always allowed in a reply. */
export function publicNumbersOf(office: Office): readonly string[] {
  return [office.telephone, office.disclosureUnit.telephone, office.serviceCentre.telephone, office.hotline];
}
