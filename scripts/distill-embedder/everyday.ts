import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { normaliseText } from "../../src/text/normalise.js";
import { toSimplified } from "../../src/text/traditional.js";

const message = z.object({ title: z.string(), text: z.string() });
const question = z.object({ question: z.string() });

/** Sentences of residents' messages, and questions about anything: language that laws do not speak. */
export function everydaySentences(data: string): readonly string[] {
  const read = <T>(path: string, schema: z.ZodType<T>) =>
    readFileSync(join(data, path), "utf8")
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line) => schema.parse(JSON.parse(line)));
  const messages = ["messages/messages.jsonl", "messages/replies.jsonl"].flatMap((path) => read(path, message));
  const asked = read("cmrc/queries.jsonl", question);
  const texts = [...messages.flatMap(({ title, text }) => [title, ...sentencesOf(text)]), ...asked.map((each) => each.question)];
  return [...new Set(texts.map((text) => toSimplified(normaliseText(text))))].filter((text) => text.length >= 6 && text.length <= 120);
}

/** The sentences, and parts between semicolons, of a text. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .split(/[。！？!?；;\n]/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");
}
