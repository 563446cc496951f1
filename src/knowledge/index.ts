import { type Answerability, loadAnswerability } from "./answerability.js";
import { type AnswerWordings, loadAnswerWordings } from "./answer-wordings.js";
import { type ConsoleWords, loadConsoleWords } from "./console.js";
import { type Gazetteer, loadGazetteer } from "./places.js";
import { loadOffice, type Office } from "./office.js";
import { loadRepealed, loadReplacedSince, type RepealedText, type ReplacedSince } from "./repealed.js";
import { loadWebWords, type WebWords } from "./web.js";

/** Everything in `knowledge/` that is data and not a document, read and validated once at start. */
export type Knowledge = {
  readonly office: Office;
  readonly places: Gazetteer;
  readonly repealed: readonly RepealedText[];
  readonly replacedSince: ReplacedSince;
  readonly answerWordings: AnswerWordings;
  readonly answerability: Answerability;
  readonly web: WebWords;
  readonly console: ConsoleWords;
};

/** @throws ZhengwenError `knowledge_invalid` naming the file and what is wrong in it. */
export function loadKnowledge(folder: string): Knowledge {
  const office = loadOffice(folder);
  return {
    office,
    places: loadGazetteer(folder, office.place),
    repealed: loadRepealed(folder),
    replacedSince: loadReplacedSince(folder),
    answerWordings: loadAnswerWordings(folder),
    answerability: loadAnswerability(folder),
    web: loadWebWords(folder),
    console: loadConsoleWords(folder),
  };
}

export type { ConsoleWords, Gazetteer, Office, RepealedText, ReplacedSince, WebWords };
