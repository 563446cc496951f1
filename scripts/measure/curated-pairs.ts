import { readFileSync } from "node:fs";
import {
  featuresOf,
  type LikenessOf,
  likenessesTo,
  type ReadingRules,
  readQuestion,
  reviewedQuestion,
} from "../../src/answer/curated/same-question.js";
import { sameQuestionFeatures } from "../../src/knowledge/curated.js";
import type { Embedder } from "../../src/models/embedder/embedder.js";
import { type Example, fitLogistic, type Logistic, predict } from "./logistic.js";

/** A question held against one reviewed question: its own topic's, or the nearest of the others. */
export type ComparedPair = Example & { readonly topic: string; readonly asked: string };

type Topic = { readonly name: string; readonly phrasings: readonly string[]; readonly others: readonly string[] };

/** The topics of training/curated/pairs.tsv, and how many pairs it has. */
export function readTopics(file = "training/curated/pairs.tsv"): { readonly topics: readonly Topic[]; readonly pairs: number } {
  const rows = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t") as [string, "same" | "other", string, string]);
  const topics = [...new Set(rows.map(([topic]) => topic))].map((name) => {
    const own = rows.filter(([topic]) => topic === name);
    const phrasings = [...new Set(own.flatMap(([, kind, asked, reviewed]) => (kind === "same" ? [reviewed, asked] : [reviewed])))];
    return { name, phrasings, others: own.flatMap(([, kind, asked]) => (kind === "other" ? [asked] : [])) };
  });
  return { topics, pairs: rows.length };
}

/**
 * Asks each phrasing with itself left out of its topic, and each of the others, as a resident would: against its own topic, and against the
 * nearest of the other topics.
 */
export async function comparePairs(
  topics: readonly Topic[],
  rules: ReadingRules,
  embedder: Embedder | null,
): Promise<readonly ComparedPair[]> {
  const vectors = new Map<string, Float32Array>();
  const vectorOf = async (text: string): Promise<Float32Array> => {
    const vector = vectors.get(text) ?? (await embedder?.embedQuery(text)) ?? new Float32Array(1);
    vectors.set(text, vector);
    return vector;
  };
  const likenessOf: LikenessOf = async (text, others) => {
    if (!embedder) return null;
    const own = await vectorOf(text);
    return Promise.all(others.map(async (other) => dot(own, await vectorOf(other))));
  };
  const compare = async (asked: string, topic: Topic, name: string, label: 0 | 1) => {
    const phrasings = topic.phrasings.filter((phrasing) => phrasing !== asked);
    const question = readQuestion(asked, rules);
    const reviewed = reviewedQuestion(phrasings.map((phrasing) => readQuestion(phrasing, rules)));
    const features = featuresOf(question, reviewed, await likenessesTo(question, reviewed, likenessOf));
    return { topic: name, asked, label, weight: 1, features };
  };
  const pairs: ComparedPair[] = [];
  for (const topic of topics) {
    for (const asked of [...topic.phrasings, ...topic.others]) {
      pairs.push(await compare(asked, topic, topic.name, topic.phrasings.includes(asked) ? 1 : 0));
      const nearest = await nearestOther(asked, topic, topics, likenessOf, rules);
      pairs.push(await compare(asked, nearest, topic.name, 0));
    }
  }
  return pairs;
}

async function nearestOther(
  asked: string,
  own: Topic,
  topics: readonly Topic[],
  likenessOf: LikenessOf,
  rules: ReadingRules,
): Promise<Topic> {
  const { pairs } = readQuestion(asked, rules);
  const shared = (phrasing: string) => [...readQuestion(phrasing, rules).pairs].filter((pair) => pairs.has(pair)).length;
  let best = { topic: own, likeness: Number.NEGATIVE_INFINITY };
  for (const topic of topics) {
    if (topic === own) continue;
    const likeness = Math.max(...((await likenessOf(asked, topic.phrasings)) ?? topic.phrasings.map(shared)));
    if (likeness > best.likeness) best = { topic, likeness };
  }
  return best.topic;
}

function dot(one: Float32Array, other: Float32Array): number {
  return one.reduce((sum, value, index) => sum + value * (other[index] as number), 0);
}

/** Only these may speak for the same question; all others against it, or not at all. */
const speakFor = new Set<string>(["likeness", "topicLikeness", "restLikeness", "wordOverlap", "pairOverlap"]);

/**
 * A logistic model in which nothing speaks the wrong way: the near questions of the pairs were made by changing a word, so that without this
 * having words in common would speak against, and the reviewed question itself would not be recognised.
 */
export function fitSameQuestion(pairs: readonly ComparedPair[], hasVectors: boolean): Logistic {
  const left = new Set<number>(sameQuestionFeatures.flatMap((name, index) => (!hasVectors && name.endsWith("ikeness") ? [index] : [])));
  for (;;) {
    const model = fitLogistic(
      pairs.map((pair) => ({ ...pair, features: pair.features.map((value, index) => (left.has(index) ? 0 : value)) })),
    );
    const wrong = model.weights.map((weight, index) => (speakFor.has(sameQuestionFeatures[index] as string) ? -weight : weight));
    const worst = wrong.reduce((at, value, index) => (!left.has(index) && value > 1e-9 && value > (wrong[at] ?? 0) ? index : at), -1);
    if (worst < 0) return { intercept: model.intercept, weights: model.weights.map((weight, index) => (left.has(index) ? 0 : weight)) };
    left.add(worst);
  }
}

const folds = 10;

/** What models say of the pairs of topics that they did not see. */
export function heldOut(pairs: readonly ComparedPair[], hasVectors: boolean) {
  const topics = [...new Set(pairs.map(({ topic }) => topic))];
  const foldOf = ({ topic }: ComparedPair) => topics.indexOf(topic) % folds;
  return Array.from({ length: folds }, (_, fold) => {
    const model = fitSameQuestion(
      pairs.filter((pair) => foldOf(pair) !== fold),
      hasVectors,
    );
    return pairs.filter((pair) => foldOf(pair) === fold).map((pair) => ({ ...pair, probability: predict(model, pair.features) }));
  }).flat();
}

type Judged = ComparedPair & { readonly probability: number };

/** What would be said to each question: the likelier of the answers that it was held against. */
export function decisions(judged: readonly Judged[]): readonly Judged[] {
  const best = new Map<string, Judged>();
  for (const each of judged) {
    const key = `${each.topic} ${each.asked}`;
    if (each.probability > (best.get(key)?.probability ?? -1)) best.set(key, each);
  }
  return [...best.values()];
}

/** The lowest threshold at and above which at least this share of what is said is right, and what share of the same questions is answered. */
export function thresholdAt(judged: readonly Judged[], precision: number) {
  const same = judged.filter(({ label }) => label === 1).length;
  let right = 0;
  let best = { threshold: 1, precision: 1, coverage: 0, said: 0 };
  for (const [index, { label, probability }] of decisions(judged)
    .toSorted((a, b) => b.probability - a.probability)
    .entries()) {
    right += label;
    const said = index + 1;
    if (right / said >= precision) best = { threshold: probability, precision: right / said, coverage: right / same, said };
  }
  return best;
}
