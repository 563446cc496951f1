import { z } from "zod";
import { ZhengwenError } from "../domain/errors.js";
import { requestTypes } from "../domain/request.js";
import { readKnowledge } from "./read.js";

/** The types whose limits are the office's own: no law sets them. */
const ruledTypes = requestTypes.filter((type) => type !== "disclosure" && type !== "petition");

const days = z.number().int().min(1).max(250);
const limit = z.union([
  z.strictObject({ hours: z.number().int().min(1).max(240) }),
  z.strictObject({ workingDays: days }),
  z.strictObject({ calendarDays: days }),
]);
const words = z.string().transform((text) => text.split(/\s+/).filter((word) => word !== ""));
const rule = z.strictObject({
  types: z.array(z.enum(ruledTypes)).min(1),
  urgent: z.literal(true).optional(),
  categories: z.array(z.string()).min(1).optional(),
  mentions: words.optional(),
  limit,
  basis: z.string().min(1),
  says: z.string().min(1),
  officeRule: z.boolean(),
});
const schema = z.strictObject({ rules: z.array(rule).min(1) });

/** So many hours, day and night; or days after the one on which it began. */
export type RequestLimit = z.infer<typeof limit>;

/**
 * A limit for requests, the article that sets it, and what that article says. `officeRule` is true where no law sets the date
 * but the office's own rule. The conditions that are absent do not matter.
 */
export type RequestRule = z.infer<typeof rule>;

/** In order: the first that fits a request sets its date. */
export type RequestRules = readonly RequestRule[];

/** @throws ZhengwenError `knowledge_invalid` when `requests.yml` does not fit, or leaves a type of request without a rule for all cases. */
export function loadRequestRules(folder: string): RequestRules {
  const { rules } = readKnowledge(folder, "requests.yml", schema);
  for (const type of ruledTypes) {
    const general = rules.some(({ types, urgent, categories, mentions }) => types.includes(type) && !urgent && !categories && !mentions);
    if (!general) throw new ZhengwenError("knowledge_invalid", `${folder}/requests.yml: no rule without conditions for ${type}`);
  }
  return rules;
}
