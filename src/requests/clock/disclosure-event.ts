import { z } from "zod";
import { plainDateSchema, readEvents } from "./event-file.js";

const on = plainDateSchema;

/**
 * How a disclosure request came in; each has its own day of receipt (政府信息公开条例 Art. 31). What is told by telephone and written down by
 * staff (Art. 29) is received, by the office's own rule, as what comes by fax.
 */
const disclosureChannels = ["counter", "registered_post", "ordinary_post", "internet", "fax", "telephone"] as const;

/** Whom the office asks before it answers: a third party (Art. 32) or the organ that made the information with it (Art. 34). */
const askedOthers = ["third_party", "organ"] as const;

const most = 20;

/** One event as a file or the store holds it; fields that the clock does not know are left out. */
export const disclosureEventSchema = z.discriminatedUnion("event", [
  z.object({ event: z.literal("submitted"), on, channel: z.enum(disclosureChannels) }),
  /** The office confirmed to the applicant that the request has arrived (internet, fax, ordinary mail). */
  z.object({ event: z.literal("confirmed"), on }),
  z.object({ event: z.literal("correction_asked"), on, until: on }),
  z.object({ event: z.literal("corrected"), on }),
  z.object({ event: z.literal("extended"), on, workingDays: z.number().int().min(1).max(most), agreedBy: z.string().min(1) }),
  z.object({ event: z.literal("other_asked"), on, other: z.enum(askedOthers) }),
  z.object({ event: z.literal("other_received"), on }),
  z.object({ event: z.literal("other_answered"), on }),
  /** The 15 working days passed without an answer. */
  z.object({ event: z.literal("other_silent"), on }),
  z.object({ event: z.literal("fee_told"), on }),
  z.object({ event: z.literal("fee_paid"), on }),
  /** An excessive request with good reasons: the office names a later day (Art. 35). */
  z.object({ event: z.literal("later_day_told"), on, until: on }),
  z.object({ event: z.literal("decided"), on }),
  z.object({ event: z.literal("withdrawn"), on }),
  z.object({ event: z.literal("deemed_abandoned"), on }),
  /** A review or a court annulled the decision and set a term to decide anew. */
  z.object({ event: z.literal("annulled"), on, workingDays: z.number().int().min(1).max(60) }),
]);

/** What happened to a disclosure request, as far as its clock goes; `on` is the day in Shanghai. */
export type DisclosureEvent = z.infer<typeof disclosureEventSchema>;

/**
 * Reads events, in the order in which they happened, from a file of YAML or JSON.
 * @throws ZhengwenError `events_unreadable` naming what is wrong where
 */
export function readDisclosureEvents(file: string): readonly DisclosureEvent[] {
  return readEvents(file, disclosureEventSchema);
}
