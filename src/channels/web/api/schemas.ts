import { z } from "zod";
import { outcomes, type Reply, replyKinds, routes } from "../../../domain/reply.js";
import { requestStates, requestTypes } from "../../../domain/request.js";
import type { RequestStatus } from "../../../domain/request-desk.js";
import { verdicts } from "../../../store/schema/index.js";
import { problemCodes } from "../problem.js";

export const conversationId = z
  .string()
  .min(1)
  .max(200)
  .describe("the dialog; only one of 22 or more random characters proves that later turns come from the same person");

export const messageBody = z
  .object({
    conversation: conversationId,
    text: z.string().describe("what the resident wrote; may be empty when a choice is sent"),
    place: z.string().min(1).max(200).optional().describe("全国, 广东省, 广东省/广州市 …; default the office's"),
    choice: z.string().min(1).max(500).optional().describe("the id, label or number of one of the last reply's choices"),
  })
  .refine((body) => body.text.trim() !== "" || body.choice !== undefined, { path: ["text"], message: "text or choice is needed" });

export const feedbackBody = z.object({
  conversation: conversationId,
  message: z.string().min(1).max(200).describe("the id of the reply, from X-Message-Id"),
  verdict: z.enum(verdicts),
  note: z.string().max(2_000).optional(),
});

export const feedbackKept = z.object({ message: z.string(), verdict: z.enum(verdicts) });

export const requestStatusBody = z.object({
  number: z.string().min(1).max(50).describe("受理编号"),
  code: z.string().min(1).max(100).describe("the code that was shown with the receipt"),
});

export const streamQuery = z.object({ conversation: conversationId });

const date = z.iso.date();
const category = z.object({ level1: z.string(), level2: z.string(), level3: z.string().nullable() });
const basis = z.object({ document: z.string(), article: z.string() });
const citation = z.object({
  n: z.int().min(1),
  document: z.string(),
  article: z.string().nullable(),
  path: z.string().nullable(),
  url: z.string().nullable(),
  quote: z.string().describe("verbatim in the document"),
  effectiveFrom: date.nullable(),
  status: z.enum(["in_force", "repealed", "superseded", "not_yet"]),
  basis: z.array(basis).max(3),
});
const requestSummary = z.object({
  number: z.string().nullable(),
  type: z.enum(requestTypes),
  state: z.enum(requestStates),
  dueOn: date.nullable(),
  dueAt: z.string().nullable().describe("ISO time with +08:00 for limits in hours"),
  category: category.nullable(),
});

export const replySchema = z.object({
  kind: z.enum(replyKinds),
  outcome: z.enum(outcomes),
  route: z.enum(routes),
  text: z.string().describe("complete on its own; sources marked [1] [2]"),
  citations: z.array(citation),
  confidence: z.number().min(0).max(1).describe("the probability that the right article is cited"),
  choices: z.array(z.object({ id: z.string(), label: z.string() })),
  request: requestSummary.nullable(),
  generated: z.boolean().describe("true when a language model wrote the text"),
  trace: z.array(z.object({ step: z.string(), ms: z.number(), status: z.string() })),
});

export const requestStatusSchema = z.object({
  number: z.string(),
  type: z.enum(requestTypes),
  state: z.enum(requestStates),
  filedOn: date,
  dueOn: date.nullable(),
  dueAt: z.string().nullable(),
  category: category.nullable(),
  description: z.string(),
});

export const errorSchema = z.object({ error: z.object({ code: z.enum(problemCodes), message: z.string() }) });

/** Every field of the domain's types is in the schema under the same name; the compiler holds that. */
type SameKeys<A, B> = [keyof A] extends [keyof B] ? ([keyof B] extends [keyof A] ? true : never) : never;
const described: [SameKeys<Reply, z.infer<typeof replySchema>>, SameKeys<RequestStatus, z.infer<typeof requestStatusSchema>>] = [
  true,
  true,
];
void described;
