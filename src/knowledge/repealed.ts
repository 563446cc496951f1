import { z } from "zod";
import { isPlainDate, type PlainDate } from "../domain/plain-date.js";
import { readKnowledge } from "./read.js";

const date = z
  .string()
  .refine(isPlainDate, "not a date of the form YYYY-MM-DD")
  .transform((text) => text as PlainDate);

const repealedSchema = z.object({
  repealed: z.array(
    z.object({
      title: z.string(),
      place: z.string(),
      repealedOn: date,
      by: z.string().nullable(),
      seeInstead: z.string().nullable(),
      certainty: z.enum(["certain", "to_confirm"]),
    }),
  ),
});

const replacedSchema = z.object({
  collectionEndsOn: date,
  replaced: z.array(z.object({ title: z.string(), by: z.string(), effectiveFrom: date, certainty: z.enum(["certain", "to_confirm"]) })),
});

/** Texts that lost force by another title's doing, which their own text cannot say. */
export type RepealedText = z.infer<typeof repealedSchema>["repealed"][number];

/** Texts replaced after the collection ends: their answers carry a warning. */
export type ReplacedSince = z.infer<typeof replacedSchema>;

export function loadRepealed(folder: string): readonly RepealedText[] {
  return readKnowledge(folder, "repealed.yml", repealedSchema).repealed;
}

export function loadReplacedSince(folder: string): ReplacedSince {
  return readKnowledge(folder, "replaced-since.yml", replacedSchema);
}
