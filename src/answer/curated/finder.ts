import type { CuratedAnswer } from "../../domain/curated-answer.js";
import { holdsIn, placeLevel } from "../../domain/place.js";
import type { Citation } from "../../domain/reply.js";
import type { Knowledge } from "../../knowledge/index.js";
import type { IndexedVersion, Retrieval } from "../../retrieval/index.js";
import { curatedRevision, publishedCuratedAnswers } from "../../store/curated-answers.js";
import type { Store } from "../../store/open.js";
import { normaliseText } from "../../text/normalise.js";
import { toSimplified } from "../../text/traditional.js";
import { largestAt, type PairIndex, pairIndex } from "./nearest.js";
import { resolveCitation, type Where } from "./passage-cited.js";
import {
  featuresOf,
  likenessesTo,
  noLikenesses,
  type ReviewedQuestion,
  readQuestion,
  reviewedQuestion,
  saidBy,
  sameQuestionProbability,
} from "./same-question.js";

/** A curated answer that answers, with its citations of the current index. */
export type FoundCurated = {
  readonly answer: CuratedAnswer;
  readonly citations: readonly Citation[];
  readonly versions: readonly IndexedVersion[];
  /** That the resident asks the reviewed question. */
  readonly probability: number;
};

/** Finds the curated answer to a question, there and then; null when there is none that is surely meant, or it does not hold. */
export type CuratedFinder = { find(question: string, where: Where): Promise<FoundCurated | null> };

export type FinderParts = {
  readonly store: Store;
  readonly knowledge: Pick<Knowledge, "curated" | "places" | "replacedSince">;
  readonly retrieval: Pick<Retrieval, "titled" | "passages" | "statusOf" | "likeness" | "meaning">;
};

type Reviewed = { readonly answer: CuratedAnswer; readonly question: ReviewedQuestion; readonly bareTexts: ReadonlySet<string> };
/** All published answers, read once for each revision of them. */
type Bank = {
  readonly revision: number;
  readonly reviewed: readonly Reviewed[];
  /** By answer: what its phrasings say. */
  readonly said: readonly string[];
  readonly pairs: PairIndex;
  /** By phrasing, as in `pairs`: which answer it is of. */
  readonly ownerOf: readonly number[];
};

/** Answers that are compared in full: the nearest in meaning, and in characters. */
const compared = 12;

/** Opens the curated answers of a store. */
export function openCuratedFinder({ store, knowledge, retrieval }: FinderParts): CuratedFinder {
  let bank: Bank | null = null;
  const current = (): Bank => {
    const revision = curatedRevision(store);
    if (bank?.revision !== revision) bank = readBank(publishedCuratedAnswers(store), revision, knowledge, bank?.reviewed ?? []);
    return bank;
  };
  return {
    find: async (question, where) => {
      const { reviewed, said, pairs, ownerOf } = current();
      if (reviewed.length === 0) return null;
      const asked = readQuestion(searchable(question), knowledge);
      const likenesses = retrieval.meaning().kind === "static" ? await retrieval.likeness(saidBy(asked), said) : null;
      const inCharacters = pairs.nearest(asked.pairs, compared).map((phrasing) => ownerOf[phrasing] as number);
      const candidates = new Set([...(likenesses ? largestAt(likenesses, compared) : []), ...inCharacters]);
      const model = likenesses ? knowledge.curated.static : knowledge.curated.words;
      const likely: { readonly answer: CuratedAnswer; readonly probability: number }[] = [];
      for (const index of candidates) {
        const { answer, question: known, bareTexts } = reviewed[index] as Reviewed;
        if (!holdsIn(answer.place, where.place)) continue;
        const meaning = likenesses ? await likenessesTo(asked, known, retrieval.likeness) : noLikenesses;
        const probability = bareTexts.has(bare(asked.text)) ? 1 : sameQuestionProbability(model, featuresOf(asked, known, meaning));
        if (probability >= model.threshold) likely.push({ answer, probability });
      }
      const best = likely.toSorted((a, b) => b.probability - a.probability || placeLevel(b.answer.place) - placeLevel(a.answer.place))[0];
      if (!best) return null;
      const sources = sourcesOf(best.answer, where, { knowledge, retrieval });
      return sources && { ...best, ...sources };
    },
  };
}

/** The citations as they stand there and then; null when one of them does not. */
function sourcesOf(
  answer: CuratedAnswer,
  where: Where,
  { knowledge, retrieval }: Pick<FinderParts, "knowledge" | "retrieval">,
): Pick<FoundCurated, "citations" | "versions"> | null {
  const resolved = answer.citations.map((cited, index) => resolveCitation(cited, index + 1, where, retrieval, knowledge.replacedSince));
  const standing = resolved.flatMap((each) => (each.kind === "standing" ? [each] : []));
  if (standing.length < resolved.length) return null;
  return { citations: standing.map(({ citation }) => citation), versions: standing.map(({ version }) => version) };
}

/** Reads what was not read before. */
function readBank(answers: readonly CuratedAnswer[], revision: number, rules: FinderParts["knowledge"], before: readonly Reviewed[]): Bank {
  const known = new Map(before.map((each) => [`${each.answer.id} ${each.answer.version}`, each]));
  const reviewed = answers.map((answer): Reviewed => {
    const same = known.get(`${answer.id} ${answer.version}`);
    if (same) return same;
    const texts = [answer.question, ...answer.phrasings].map(searchable);
    return { answer, question: reviewedQuestion(texts.map((text) => readQuestion(text, rules))), bareTexts: new Set(texts.map(bare)) };
  });
  return {
    revision,
    reviewed,
    said: reviewed.map(({ question }) => saidBy(question)),
    pairs: pairIndex(reviewed.flatMap(({ question }) => question.texts)),
    ownerOf: reviewed.flatMap(({ question }, index) => question.texts.map(() => index)),
  };
}

/** Whoever copies a reviewed question surely asks it, with or without its question mark. */
function bare(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, "");
}

function searchable(text: string): string {
  return toSimplified(normaliseText(text));
}
