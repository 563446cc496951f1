import { parse } from "yaml";
import { z } from "zod";
import { documentKinds } from "../../domain/document.js";
import { ZhengwenError } from "../../domain/errors.js";
import { isPlainDate, type PlainDate } from "../../domain/plain-date.js";

const date = z
  .string()
  .nullish()
  .transform((text, context): PlainDate | null | undefined => {
    if (text === null || text === undefined || text === "") return null;
    if (isPlainDate(text)) return text;
    context.addIssue({ code: "custom", params: { problem: "date" }, message: `not a date: ${text}` });
    return z.NEVER;
  });
const words = z.union([z.string().transform((text) => [text]), z.array(z.string())]).nullish();
const optional = z.coerce.string().nullish();

const schema = z.object({
  title: optional,
  kind: z.enum(documentKinds).nullish(),
  place: optional,
  issuer: optional,
  documentNumber: optional,
  publishedOn: date,
  effectiveFrom: date,
  effectiveTo: date,
  supersedes: words,
  categories: words,
  sourceUnit: optional,
  checkedOn: date,
  url: optional,
});

/** What a file says of itself; fields that it does not name are absent. */
export type FrontMatter = z.infer<typeof schema>;

const fence = /^---[ \t]*\n([\s\S]*?)\n?^---[ \t]*(?:\n|$)/m;

/**
 * Splits a text into its front matter and the rest.
 * @throws ZhengwenError `document_front_matter`, `document_unknown_kind`, `document_impossible_date`
 */
export function readFrontMatter(text: string): { readonly frontMatter: FrontMatter; readonly body: string } {
  if (!/^---[ \t]*\n/.test(text)) return { frontMatter: {} as FrontMatter, body: text };
  const match = fence.exec(text);
  if (match?.index !== 0) throw new ZhengwenError("document_front_matter", "the front matter is not closed with ---");
  return { frontMatter: parseFrontMatter(match[1] ?? ""), body: text.slice(match[0].length) };
}

function parseFrontMatter(source: string): FrontMatter {
  let content: unknown;
  try {
    // dates stay strings: a day is not an instant
    content = parse(source, { schema: "core" }) ?? {};
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split("\n")[0] : String(cause);
    throw new ZhengwenError("document_front_matter", `the front matter is not YAML: ${reason}`, { cause });
  }
  const parsed = schema.safeParse(content);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = issue?.path.join(".") ?? "";
  if (field === "kind") throw new ZhengwenError("document_unknown_kind", `unknown kind; one of ${documentKinds.join(", ")}`);
  if (issue?.code === "custom") throw new ZhengwenError("document_impossible_date", `${field}: ${issue.message}`);
  throw new ZhengwenError("document_front_matter", `${field}: ${issue?.message ?? "does not fit"}`);
}
