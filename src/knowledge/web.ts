import { z } from "zod";
import { documentKinds } from "../domain/document.js";
import { requestStates, requestTypes } from "../domain/request.js";
import { readKnowledge } from "./read.js";

const schema = z.strictObject({
  title: z.string().min(1),
  welcome: z.string().min(1),
  does: z.array(z.string()),
  doesNot: z.array(z.string()),
  danger: z.string().min(1),
  privacy: z.string().min(1),
  starters: z.array(z.strictObject({ label: z.string().min(1), text: z.string().min(1) })).max(6),
  requestTypes: z.record(z.enum(requestTypes), z.string()),
  requestStates: z.record(z.enum(requestStates), z.string()),
  forceStatuses: z.record(z.enum(["in_force", "repealed", "superseded", "not_yet"]), z.string()),
  documentKinds: z.record(z.enum(documentKinds), z.string()),
});

/** The words of the chat page: welcome, starters, and what residents read for the closed lists of the domain. */
export type WebWords = z.infer<typeof schema>;

/** @throws ZhengwenError `knowledge_invalid` when `web.yml` lacks a word for a member of one of the lists. */
export function loadWebWords(folder: string): WebWords {
  return readKnowledge(folder, "web.yml", schema);
}
