import { z } from "zod";
import { readKnowledge } from "./read.js";

/** How the date or the place in question stands in the text that the rules are held against. */
export const dateMark = { on: "〈日〉", before: "〈日前〉", after: "〈日后〉" } as const;
export const placeMark = "〈地〉";

const pattern = z.string().transform((source, context) => {
  try {
    // 〈日前?〉 in a rule means either mark
    return new RegExp(source.replaceAll("〈日前?〉", "(?:〈日〉|〈日前〉)"), "u");
  } catch (cause) {
    context.addIssue({ code: "custom", message: cause instanceof Error ? cause.message : String(cause) });
    return z.NEVER;
  }
});
const rule = z.strictObject({ why: z.string(), pattern, unless: pattern.nullish() });
const rules = z.array(rule).min(1);

const schema = z.strictObject({
  day: z.strictObject({ nearDays: z.number().int().min(0), past: rules, future: rules }),
  place: z.strictObject({ papers: rules, about: rules, unless: rules }),
});

/** By what a question is known to ask about another day or another place than the resident's. */
export type AskedRules = z.infer<typeof schema>;
export type AskedRule = z.infer<typeof rule>;

/** @throws ZhengwenError `knowledge_invalid` naming the rule that cannot be read. */
export function loadAskedRules(folder: string): AskedRules {
  return readKnowledge(folder, "asked.yml", schema);
}
