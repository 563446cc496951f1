import { z } from "zod";
import { ZhengwenError } from "../domain/errors.js";
import type { Lifecycles } from "./lifecycles.js";
import { readKnowledge } from "./read.js";

const text = z.string().min(1);
const schema = z
  .object({
    head: text,
    due: text,
    dueUnknown: text,
    unit: text,
    publication: text,
    choices: z.strictObject({ solved: text, notSolved: text }),
  })
  .catchall(text);

/** What a resident is told when something happens to a request: by the `news` of a lifecycle's event, and the parts around it. */
export type NewsWordings = z.infer<typeof schema>;

/** @throws ZhengwenError `knowledge_invalid` when a lifecycle names news that have no words */
export function loadNewsWordings(folder: string, lifecycles: Lifecycles): NewsWordings {
  const wordings = readKnowledge(folder, "wordings/news.yml", schema);
  for (const { name, events } of lifecycles.all) {
    for (const [event, { news }] of Object.entries(events))
      if (news !== undefined && typeof wordings[news] !== "string")
        throw new ZhengwenError("knowledge_invalid", `${folder}/wordings/news.yml: ${name}/${event} wants the news ${news}`);
  }
  return wordings;
}
