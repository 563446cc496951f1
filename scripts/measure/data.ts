import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** Where the development data lies, or null when it is not here. */
export function dataFolder(): string | null {
  const folder = "../shared/data";
  return existsSync(join(folder, "laws")) ? folder : null;
}

function rows<T>(path: string, schema: z.ZodType<T>): readonly T[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => schema.parse(JSON.parse(line)));
}

const article = z.object({ path: z.string(), article: z.string().nullish() });

const residentQuestion = z.object({
  id: z.string(),
  question: z.string(),
  region: z.string(),
  gold: z.array(article),
  trap: z.array(z.string()),
});
const message = z.object({ id: z.string(), text: z.string() });
const layQuestion = z.object({
  id: z.union([z.string(), z.number()]),
  question: z.string(),
  gold: z.array(z.object({ articles: z.array(article) })),
});

/** Residents' questions with the articles that answer them and the texts that must not be cited. */
export const residentQuestions = (folder: string) => rows(join(folder, "residents/questions.jsonl"), residentQuestion);
/** Residents' questions that no published text answers. */
export const unanswerableQuestions = (folder: string) => rows(join(folder, "residents/unanswerable.jsonl"), message);
/** Laypeople's legal questions with their gold entries; any article of an entry counts for it. */
export const layQuestionEntries = (folder: string) => rows(join(folder, "stard/queries.jsonl"), layQuestion);
/** Laypeople's legal questions; any article of a gold entry counts. */
export const layQuestions = (folder: string) =>
  layQuestionEntries(folder).map(({ id, question, gold }) => ({
    id: String(id),
    question,
    gold: gold.flatMap((entry) => entry.articles),
  }));
