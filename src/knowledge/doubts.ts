import { z } from "zod";
import { disclosureOutcomes } from "../domain/disclosure-outcome.js";
import { readKnowledge } from "./read.js";

/** What may be doubtful about a disclosure request. */
export const doubtKinds = [
  "disguised_petition",
  "consultation",
  "publication",
  "not_ours",
  "already_public",
  "repeated",
  "excessive",
] as const;
export type DoubtKind = (typeof doubtKinds)[number];

const doubt = z.strictObject({
  label: z.string().min(1),
  /** The outcome that is proposed to staff, when the law has one for it. */
  proposes: z.enum(disclosureOutcomes).optional(),
  rule: z.string().min(1),
  reason: z.string().includes("{found}"),
  patterns: z.array(z.string().transform((source) => new RegExp(source, "u"))).optional(),
});
const schema = z.strictObject({
  doubts: z.record(z.enum(doubtKinds), doubt),
  excessiveFrom: z.number().int().min(2),
  proactiveFrom: z.number().int().min(2),
  alikeFrom: z.number().gt(0).max(1),
});

/** What staff are asked to look at in a disclosure request, and from when on. */
export type DoubtRules = z.infer<typeof schema>;

/** @throws ZhengwenError `knowledge_invalid` */
export function loadDoubtRules(folder: string): DoubtRules {
  return readKnowledge(folder, "doubts.yml", schema);
}
