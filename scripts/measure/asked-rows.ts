import { answerabilityOf, foundFeaturesOf } from "../../src/answer/answerability.js";
import { composeExtractive } from "../../src/answer/compose/extractive.js";
import type { Place } from "../../src/domain/place.js";
import type { PlainDate } from "../../src/domain/plain-date.js";
import type { Citation } from "../../src/domain/reply.js";
import { foundFeatures } from "../../src/knowledge/answerability.js";
import type { Knowledge } from "../../src/knowledge/index.js";
import type { Retrieval } from "../../src/retrieval/index.js";
import { publishedVersions } from "../../src/store/documents.js";
import type { Store } from "../../src/store/open.js";
import { characterRuns } from "../../src/text/character-runs.js";
import { normaliseText } from "../../src/text/normalise.js";
import { titleKey } from "../../src/text/title-key.js";
import { toSimplified } from "../../src/text/traditional.js";
import { heldOutModels, type Message, ownMessages, ruleScore } from "./asks-for-rule.js";
import { unanswerableQuestions } from "./data.js";
import { developmentQuestions, foldOf, ownQuestions } from "./questions.js";

type Gold = { readonly path: string; readonly article?: string | null | undefined };

/** Something to ask: with what answers it, empty when nothing does. */
export type ToAsk = {
  readonly set: "lay" | "resident" | "own" | "unanswerable" | "message";
  readonly text: string;
  readonly place: Place;
  readonly golds: readonly Gold[];
  readonly fold: number;
};

/** What was asked, and what the retrieval said of its own success. */
export type Asked = ToAsk & {
  /** In the order of `foundFeatures`. */
  readonly found: readonly number[];
  /** Log-odds that a rule is asked for, by a model that has not seen the message. */
  readonly rule: number;
  /** Whether the answer that would be composed cites a gold article, or a passage that names one as its basis. */
  readonly isRight: boolean;
  /** What the shipped coefficients say: the probability that the right article is cited. */
  readonly said: number;
};

/** One in so many of our own questions is asked: there are thousands, and few like them are expected. */
const ownEvery = 5;
const province = "广东省" as Place;

/** The development questions, a part of our own, and all that nothing answers; residents' both of the province and of the office. */
export function everythingToAsk(folder: string, store: Store, office: Place): readonly ToAsk[] {
  const places = [province, office];
  const questions = developmentQuestions(folder).flatMap(({ source, text, place, golds, fold }) =>
    (source === "lay" ? [place] : places).map((asked): ToAsk => ({ set: source, text, place: asked, golds: golds.flat(), fold })),
  );
  const own = ownQuestions(publishedVersions(store))
    .filter((_, index) => index % ownEvery === 0)
    .map(({ text, golds, fold }): ToAsk => ({ set: "own", text, place: province, golds: golds.flat(), fold }));
  const silent = (set: ToAsk["set"], text: string, place: Place): ToAsk => ({
    set,
    text,
    place,
    golds: [],
    fold: foldOf(normaliseText(text)),
  });
  const unanswerable = unanswerableQuestions(folder).flatMap(({ text }) =>
    places.map((place) => silent("unanswerable", toSimplified(text), place)),
  );
  const messages = ownMessages().flatMap(({ text, isRule }) => (isRule ? [] : [silent("message", text, office)]));
  return [...questions, ...own, ...unanswerable, ...messages];
}

/** Asks: what was found, and whether the answer made of it would be right. */
export async function askAll(
  asking: readonly ToAsk[],
  retrieval: Retrieval,
  store: Store,
  knowledge: Knowledge,
  asOf: PlainDate,
  messages: readonly Message[],
  progress: (done: number) => void,
): Promise<readonly Asked[]> {
  const titles = new Map(publishedVersions(store).map((version) => [version.path, titleKey(version.title.split("·")[0] ?? "")]));
  const models = heldOutModels(messages);
  const foldBy = new Map(messages.map(({ text, fold }) => [text, fold]));
  const asked: Asked[] = [];
  for (const each of asking) {
    const { text, place, golds, fold } = each;
    const hits = await retrieval.search(text, { place, asOf, top: 12, scope: "holding" });
    const composed = composeExtractive(hits, { question: text, place, asOf, knowledge, retrieval });
    const features = foundFeaturesOf(hits);
    const model = models[foldBy.get(text) ?? fold];
    asked.push({
      ...each,
      found: foundFeatures.map((name) => features[name]),
      rule: model ? ruleScore(model, characterRuns(text)) : 0,
      isRight: composed?.citations.some((citation) => isRight(citation, golds, titles)) ?? false,
      said: answerabilityOf(text, hits, knowledge).answers,
    });
    progress(asked.length);
  }
  return asked;
}

function isRight(citation: Citation, golds: readonly Gold[], titles: ReadonlyMap<string, string>): boolean {
  return golds.some(
    ({ path, article }) =>
      (path === citation.path && article === citation.article) ||
      citation.basis.some((basis) => basis.article === article && titleKey(basis.document) === titles.get(path)),
  );
}
