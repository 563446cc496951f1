import { parse } from "yaml";
import { z } from "zod";
import { ZhengwenError } from "../../domain/errors.js";

/** A curated answer as an editor writes it down. */
const schema = z.strictObject({
  question: z.string().trim().min(4).max(100),
  phrasings: z.array(z.string().trim().min(4).max(100)).max(20).default([]),
  /** Default: the office's own place. */
  place: z.string().optional(),
  answer: z.string().trim().min(10),
  citations: z
    .array(
      z.strictObject({
        document: z.string().trim().min(2),
        article: z.string().trim().optional(),
        heading: z.string().trim().optional(),
        /** Default: the whole passage. */
        quote: z.string().trim().min(4).optional(),
      }),
    )
    .min(1)
    .max(5),
});
export type CuratedDraft = z.infer<typeof schema>;

/**
 * Reads the file of a curated answer.
 * @throws ZhengwenError `curated_refused` naming the field that does not fit
 */
export function readCuratedDraft(yaml: string): CuratedDraft {
  let content: unknown;
  try {
    content = parse(yaml);
  } catch (cause) {
    throw new ZhengwenError("curated_refused", `文件不是有效的 YAML：${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
  const parsed = schema.safeParse(content);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(({ path, message }) => `${path.join(".") || "文件"}：${message}`);
  throw new ZhengwenError("curated_refused", `文件的内容不对，格式见 docs/curated-answers.md：\n${lines.join("\n")}`);
}
