import { z } from "zod";
import { plainDateSchema, readEvents } from "./event-file.js";

const on = plainDateSchema;

/** One event as a file or the store holds it; fields that the clock does not know are left out. */
export const petitionEventSchema = z.discriminatedUnion("event", [
  /** `transferred`: another organ sent it here. */
  z.object({ event: z.literal("received"), on, transferred: z.boolean().default(false) }),
  /** A transferred matter is not ours: sent back with the reasons (信访工作条例 Art. 23). */
  z.object({ event: z.literal("objected"), on }),
  z.object({ event: z.literal("accepted"), on }),
  /** Told in writing that it is not accepted, and why. */
  z.object({ event: z.literal("not_accepted"), on }),
  /** A matter of Art. 31(1)–(5) goes to the procedure that the law has for it. */
  z.object({ event: z.literal("own_procedure"), on }),
  z.object({ event: z.literal("extended"), on, days: z.number().int().min(1).max(30), approvedBy: z.string().min(1) }),
  z.object({ event: z.literal("answered"), on }),
  z.object({ event: z.literal("review_asked"), on }),
  z.object({ event: z.literal("review_decided"), on }),
  z.object({ event: z.literal("second_review_asked"), on }),
  z.object({ event: z.literal("hearing_began"), on }),
  z.object({ event: z.literal("hearing_ended"), on }),
  z.object({ event: z.literal("second_review_decided"), on }),
  /** The 30 days for asking passed without a request. */
  z.object({ event: z.literal("terms_over"), on }),
  z.object({ event: z.literal("withdrawn"), on }),
]);

/** What happened to a petition, as far as its clock goes; `on` is the day in Shanghai. */
export type PetitionEvent = z.infer<typeof petitionEventSchema>;

/**
 * Reads events, in the order in which they happened, from a file of YAML or JSON.
 * @throws ZhengwenError `events_unreadable` naming what is wrong where
 */
export function readPetitionEvents(file: string): readonly PetitionEvent[] {
  return readEvents(file, petitionEventSchema);
}
