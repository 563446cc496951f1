import { z } from "zod";
import { curatedStates, staleReasons } from "../domain/curated-answer.js";
import { channelNames } from "../domain/message.js";
import { outcomes, replyKinds, routes } from "../domain/reply.js";
import { filingChannels, requestStates, requestTypes } from "../domain/request.js";
import { readKnowledge } from "./read.js";

const word = z.string().min(1);

const schema = z.strictObject({
  title: word,
  outcomes: z.record(z.enum(outcomes), word),
  routes: z.record(z.enum(routes), word),
  replyKinds: z.record(z.enum(replyKinds), word),
  requestTypes: z.record(z.enum(requestTypes), word),
  requestStates: z.record(z.enum(requestStates), word),
  forceStatuses: z.record(z.enum(["in_force", "repealed", "superseded", "not_yet"]), word),
  channels: z.record(z.enum(channelNames), word),
  filingChannels: z.record(z.enum(filingChannels), word),
  verdicts: z.record(z.enum(["useful", "not_useful", "wrong"]), word),
  deliveryStates: z.record(z.enum(["unknown", "failed"]), word),
  events: z.record(z.string(), word),
  curatedStates: z.record(z.enum(curatedStates), word),
  staleReasons: z.record(z.enum(staleReasons), word),
  actors: z.record(z.string(), word),
  steps: z.record(z.string(), word),
  deliveriesHint: word,
});

/** What staff read for the closed lists of the domain, for events of a request and for the pipeline's steps. */
export type ConsoleWords = z.infer<typeof schema>;

/** @throws ZhengwenError `knowledge_invalid` when `wordings/console.yml` lacks a word for a member of one of the lists, or has one too many. */
export function loadConsoleWords(folder: string): ConsoleWords {
  return readKnowledge(folder, "wordings/console.yml", schema);
}
