import { z } from "zod";
import { disclosureOutcomes, groundedOutcomes, refusalGrounds } from "../../domain/disclosure-outcome.js";
import { ZhengwenError } from "../../domain/errors.js";
import type { RequestType } from "../../domain/request.js";
import { plainDateSchema } from "../clock/event-file.js";

const day = plainDateSchema;
const days = z.coerce.number().int().min(1).max(60);
const text = z.string().trim().min(1).max(4_000);

/** What an act needs beside its name. Letters take the same fields and more, from the same place. */
const fieldsOf: Readonly<Record<string, z.ZodObject>> = {
  correction_asked: z.object({ until: day, correctionItems: z.union([text, z.array(text)]) }),
  extended: z.object({ workingDays: days.optional(), days: days.optional(), reason: text.optional() }),
  other_asked: z.object({ other: z.enum(["third_party", "organ"]) }),
  fee_told: z.object({ feeAmount: text, until: day.optional() }),
  later_day_told: z.object({ until: day }),
  reasons_asked: z.object({ frequency: text }),
  decided: z
    .object({ outcome: z.enum(disclosureOutcomes), ground: z.enum(refusalGrounds).optional() })
    .refine(({ outcome, ground }) => !groundedOutcomes.some((each) => each === outcome) || ground !== undefined, {
      message: "不予公开、部分公开要写明依据（ground）",
      path: ["ground"],
    }) as unknown as z.ZodObject,
  annulled: z.object({ workingDays: days }),
  assigned: z.object({ unit: text }),
  misrouted: z.object({ text }),
  replied: z.object({ text }),
  answered: z.object({ text }),
  not_accepted: z.object({ text }),
  own_procedure: z.object({ text }),
  review_decided: z.object({ text }),
  second_review_decided: z.object({ text }),
  proposal_refused: z.object({ text }),
  note: z.object({ text }),
  added: z.object({ text }),
  place_corrected: z.object({ location: text }),
  category_corrected: z.object({ level1: text, level2: text }),
};

export type ActFields = Readonly<Record<string, unknown>>;

/**
 * The fields of an act as they were given, read.
 * @throws ZhengwenError `wrong_use` naming which is missing or wrong
 */
export function readActFields(act: string, given: ActFields): ActFields {
  const schema = fieldsOf[act];
  if (!schema) return {};
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const what = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ");
  throw new ZhengwenError("wrong_use", `${act} 还缺内容或者写得不对（--set 名称=内容，或 --facts FILE）：${what}`);
}

/** The names of what an act needs, for whoever asks how it is done. */
export function fieldNames(act: string, type: RequestType): readonly string[] {
  // the law counts an extension of a disclosure request in working days, of a petition in calendar days
  const other = type === "petition" ? "workingDays" : "days";
  return Object.keys(fieldsOf[act]?.shape ?? {}).filter((field) => field !== other);
}
