import { z } from "zod";
import { pattern } from "./pattern.js";
import { readKnowledge } from "./read.js";

const hours = z.number().positive();

const file = z.strictObject({
  hours: z.strictObject({
    draft: hours,
    shelved: hours,
    flow: hours,
    topic: hours,
    listed: hours,
    undecided: hours,
    choices: hours,
    unanswered: hours,
  }),
  restart: pattern,
  restarted: z.string().min(1),
});

/** How long a dialog remembers what, in hours, and the words that clear it. */
export type DialogRules = z.infer<typeof file>;

/** @throws ZhengwenError `knowledge_invalid` naming what does not fit */
export function loadDialogRules(folder: string): DialogRules {
  return readKnowledge(folder, "dialog.yml", file);
}
