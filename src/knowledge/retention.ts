import { z } from "zod";
import { readKnowledge } from "./read.js";

const months = z.number().int().min(1).max(600);
const kinds = ["message", "description", "applicant", "letter", "contact"] as const;
const schema = z.strictObject({
  months: z.strictObject({ message: months, description: months, applicant: months, letter: months, contact: months }),
  archived: z.array(z.enum(kinds)),
});

/** How many months each kind of sealed personal data is kept, and which are erased only once the case file was written. */
export type Retention = z.infer<typeof schema>;

/** @throws ZhengwenError `knowledge_invalid` */
export function loadRetention(folder: string): Retention {
  return readKnowledge(folder, "retention.yml", schema);
}
