import { promptsFolder } from "../paths.js";
import { type AnswerWordings, loadAnswerWordings } from "./answer-wordings.js";
import { type Answerability, loadAnswerability } from "./answerability.js";
import { type ApplicationWordings, loadApplicationWordings } from "./application-wordings.js";
import { type AskedRules, loadAskedRules } from "./asked.js";
import { type AsksForRule, loadAsksForRule } from "./asks-for-rule.js";
import { type Calendars, loadCalendars } from "./calendars.js";
import { type Categories, loadCategories } from "./categories.js";
import { type ConsoleWords, loadConsoleWords } from "./console.js";
import { type CuratedRules, loadCuratedRules } from "./curated.js";
import { type DialogRules, loadDialogRules } from "./dialog-rules.js";
import { type DoubtRules, loadDoubtRules } from "./doubts.js";
import { type FlowWordings, loadFlowWordings } from "./flow-wordings.js";
import { type Flows, loadFlows } from "./flows/index.js";
import { type FollowUps, loadFollowUps } from "./follow-ups.js";
import { type GuideElements, loadGuideElements } from "./guide-elements.js";
import { type Letters, loadLetters } from "./letters.js";
import { type Lifecycles, loadLifecycles } from "./lifecycles.js";
import { loadNewsWordings, type NewsWordings } from "./news-wordings.js";
import { loadOffice, type Office } from "./office.js";
import { type Gazetteer, loadGazetteer } from "./places.js";
import { loadPrivacyNotice, type PrivacyNotice } from "./privacy.js";
import { loadPrompts, type Prompts } from "./prompts.js";
import { loadRankings, type Rankings } from "./ranking.js";
import { loadRepealed, loadReplacedSince, type RepealedText, type ReplacedSince } from "./repealed.js";
import { loadRequestRules, type RequestRules } from "./request-rules.js";
import { loadRequestWordings, type RequestWordings } from "./request-wordings.js";
import { loadRetention, type Retention } from "./retention.js";
import { loadRouting, type Routing } from "./routing.js";
import { loadSupport, type Support } from "./support.js";
import { loadVocabulary, type Vocabulary } from "./vocabulary.js";
import { loadWebWords, type WebWords } from "./web.js";
import { type ConversationWordings, loadConversationWordings } from "./wordings.js";

/** Everything in `knowledge/` that is data and not a document, with the `prompts/`: read and validated once at start. */
export type Knowledge = {
  readonly office: Office;
  readonly places: Gazetteer;
  readonly asked: AskedRules;
  readonly repealed: readonly RepealedText[];
  readonly replacedSince: ReplacedSince;
  readonly vocabulary: Vocabulary;
  readonly rankings: Rankings;
  readonly answerWordings: AnswerWordings;
  readonly answerability: Answerability;
  readonly ruleCues: AsksForRule;
  readonly guideElements: GuideElements;
  readonly dialogRules: DialogRules;
  readonly followUps: FollowUps;
  readonly flows: Flows;
  readonly flowWordings: FlowWordings;
  readonly calendars: Calendars;
  readonly categories: Categories;
  readonly lifecycles: Lifecycles;
  readonly curated: CuratedRules;
  readonly doubts: DoubtRules;
  readonly retention: Retention;
  readonly privacy: PrivacyNotice;
  readonly requestRules: RequestRules;
  readonly requestWordings: RequestWordings;
  readonly newsWordings: NewsWordings;
  readonly application: ApplicationWordings;
  readonly letters: Letters;
  readonly web: WebWords;
  readonly routing: Routing;
  readonly prompts: Prompts;
  readonly support: Support;
  readonly conversation: ConversationWordings;
  readonly console: ConsoleWords;
};

/** @throws ZhengwenError `knowledge_invalid` naming the file and what is wrong in it. */
export function loadKnowledge(folder: string, prompts: string = promptsFolder): Knowledge {
  const office = loadOffice(folder);
  const lifecycles = loadLifecycles(folder);
  const retention = loadRetention(folder);
  const places = loadGazetteer(folder, office.place);
  return {
    office,
    places,
    asked: loadAskedRules(folder),
    repealed: loadRepealed(folder),
    replacedSince: loadReplacedSince(folder),
    vocabulary: loadVocabulary(folder),
    rankings: loadRankings(folder),
    answerWordings: loadAnswerWordings(folder),
    answerability: loadAnswerability(folder),
    ruleCues: loadAsksForRule(folder),
    guideElements: loadGuideElements(folder),
    dialogRules: loadDialogRules(folder),
    followUps: loadFollowUps(folder),
    flows: loadFlows(folder, places),
    flowWordings: loadFlowWordings(folder),
    calendars: loadCalendars(folder),
    categories: loadCategories(folder),
    lifecycles,
    curated: loadCuratedRules(folder),
    doubts: loadDoubtRules(folder),
    retention,
    privacy: loadPrivacyNotice(folder, office, retention),
    requestRules: loadRequestRules(folder),
    requestWordings: loadRequestWordings(folder),
    newsWordings: loadNewsWordings(folder, lifecycles),
    application: loadApplicationWordings(folder),
    letters: loadLetters(folder),
    web: loadWebWords(folder),
    routing: loadRouting(folder),
    prompts: loadPrompts(prompts),
    support: loadSupport(folder),
    conversation: loadConversationWordings(folder, office),
    console: loadConsoleWords(folder),
  };
}

export type {
  Calendars,
  Categories,
  ConsoleWords,
  Gazetteer,
  Letters,
  Office,
  RepealedText,
  ReplacedSince,
  RequestRules,
  RequestWordings,
  WebWords,
};
