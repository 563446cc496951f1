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
  type ReadQuestion,
  type ReviewedQuestion,
  readQuestion,
  reviewedQuestion,
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

type Reviewed = { readonly answer: CuratedAnswer; readonly question: ReviewedQuestion };
/** All published answers, read once for each revision of them. */
type Bank = {
  readonly revision: number;
  readonly texts: readonly string[];
  /** By text. */
  readonly phrasings: readonly { readonly bare: string; readonly reviewed: Reviewed; readonly read: ReadQuestion }[];
  readonly pairs: PairIndex;
};

/** Phrasings that are compared in full: the nearest in meaning, and in characters. */
const compared = 12;
const noLikeness = { likeness: 0, topicLikeness: 0, restLikeness: 0 };

/** Opens the curated answers of a store. */
export function openCuratedFinder({ store, knowledge, retrieval }: FinderParts): CuratedFinder {
  let bank: Bank | null = null;
  const current = (): Bank => {
    const revision = curatedRevision(store);
    if (bank?.revision !== revision) bank = readBank(publishedCuratedAnswers(store), revision, knowledge);
    return bank;
  };
  return {
    find: async (question, where) => {
      const { texts, phrasings, pairs } = current();
      if (texts.length === 0) return null;
      const text = searchable(question);
      const asked = readQuestion(text, knowledge);
      const hasVectors = retrieval.meaning().kind === "static";
      const likenesses = hasVectors ? await retrieval.likeness(text, texts) : null;
      const model = likenesses ? knowledge.curated.static : knowledge.curated.words;
      const candidates = [...new Set([...(likenesses ? largestAt(likenesses, compared) : []), ...pairs.nearest(asked.pairs, compared)])];
      const nearest = new Map<Reviewed, number>();
      // the nearest phrasing of each answer that holds there
      for (const index of candidates.toSorted((a, b) => (likenesses?.[b] ?? 0) - (likenesses?.[a] ?? 0))) {
        const reviewed = phrasings[index]?.reviewed;
        if (reviewed && holdsIn(reviewed.answer.place, where.place) && !nearest.has(reviewed)) nearest.set(reviewed, index);
      }
      const likely: { readonly answer: CuratedAnswer; readonly probability: number }[] = [];
      for (const [{ answer, question: reviewed }, index] of nearest) {
        const isSame = phrasings[index]?.bare === bare(text);
        const near = { nearest: phrasings[index]?.read as ReadQuestion, likeness: likenesses?.[index] ?? 0 };
        const meaning = likenesses ? await likenessesTo(asked, reviewed, near, retrieval.likeness) : noLikeness;
        const features = featuresOf(asked, reviewed, meaning);
        const probability = isSame ? 1 : sameQuestionProbability(model, features);
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

function readBank(answers: readonly CuratedAnswer[], revision: number, rules: FinderParts["knowledge"]): Bank {
  const phrasings = answers.flatMap((answer) => {
    const texts = [answer.question, ...answer.phrasings].map(searchable);
    const read = texts.map((text) => readQuestion(text, rules));
    const reviewed: Reviewed = { answer, question: reviewedQuestion(read) };
    return texts.map((text, index) => ({ text, bare: bare(text), reviewed, read: read[index] as ReadQuestion }));
  });
  const texts = phrasings.map(({ text }) => text);
  return { revision, texts, phrasings, pairs: pairIndex(texts) };
}

/** Whoever copies a reviewed question surely asks it, with or without its question mark. */
function bare(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, "");
}

function searchable(text: string): string {
  return toSimplified(normaliseText(text));
}
