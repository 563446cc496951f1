import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { progressBar } from "../../src/cli/progress.js";
import { type WordReader, wordReader } from "../../src/models/embedder/static/words.js";
import { normaliseText } from "../../src/text/normalise.js";
import { bagsOf, joinBags } from "./bags.js";
import type { Corpus } from "./corpus.js";
import { everydaySentences, sentencesOf } from "./everyday.js";
import { meanOf, principalProjection } from "./projection.js";
import { seededRandom } from "./random.js";
import { fitRidge } from "./ridge.js";
import type { Teacher } from "./teacher.js";
import { vocabularyOf } from "./vocabulary.js";

/** Word vectors that come near the teacher's, before they see a question with its answer. */
export type Start = {
  readonly words: readonly string[];
  /** What a word counts for in a text. */
  readonly weights: Float32Array;
  readonly rows: Float32Array;
  readonly read: WordReader;
};

export type StartOptions = { readonly data: string; readonly dimension: number; readonly words: number };

/** Smooth inverse frequency (Arora, Liang and Ma 2017): a word with this share of all words counts half. */
const halfShare = 1e-3;
const sentenceCount = 16_000;
/** Everyday sentences are few, and what laws do not teach. */
const everydayCount = 3;
const lambda = 0.2;
const steps = 25;

/**
 * The teacher's vectors of single words, moved so that the means of the words of passages, sentences and everyday texts come near the
 * teacher's vectors of these.
 */
export async function startRows(corpus: Corpus, ownQuestions: readonly string[], teacher: Teacher, options: StartOptions): Promise<Start> {
  const { data, dimension } = options;
  const passages = corpus.passages.map(({ text }) => text);
  const everyday = everydaySentences(data);
  const { words, shares } = vocabularyOf({ passages, everyday: [...ownQuestions, ...everyday], size: options.words });
  const weights = shares.map((share) => halfShare / (halfShare + share));
  const read = wordReader(words);
  const parts = [
    { texts: passages, vectors: await teacher.passages(passages, "passages"), count: 1 },
    await asPassages(teacher, sampleSentences(passages), "sentences"),
    await asPassages(teacher, guideTexts(data), "guides"),
    { texts: everyday, vectors: await teacher.questions(everyday, "everyday texts"), count: everydayCount },
  ];
  const wordVectors = await teacher.passages(words, "words");
  const projection = principalProjection((parts[0] as (typeof parts)[number]).vectors, teacher.dimension, dimension);
  const centre = meanOf((parts[0] as (typeof parts)[number]).vectors, teacher.dimension);
  const everydayCentre = meanOf((parts[3] as (typeof parts)[number]).vectors, teacher.dimension);
  const targets = parts.map(({ vectors }, part) => projection.apply(vectors, part === 3 ? everydayCentre : centre));
  const bar = progressBar("ridge          ");
  const rows = fitRidge(
    joinBags(parts.map(({ texts }) => bagsOf(texts, read, weights))),
    joined(targets),
    Float32Array.from(parts.flatMap(({ texts, count }) => texts.map(() => count))),
    projection.apply(wordVectors, meanOf(wordVectors, teacher.dimension)),
    dimension,
    { lambda, steps, progress: (step) => bar.update(step, steps) },
  );
  bar.stop();
  return { words, weights, rows, read };
}

async function asPassages(teacher: Teacher, texts: readonly string[], label: string) {
  return { texts, vectors: await teacher.passages(texts, label), count: 1 };
}

/** Single sentences of the passages: what a question asks is often said in one of them. */
function sampleSentences(passages: readonly string[]): readonly string[] {
  const random = seededRandom(2);
  const sentences = new Set<string>();
  while (sentences.size < sentenceCount) {
    const found = sentencesOf(passages[random.below(passages.length)] as string).filter(({ length }) => length >= 10 && length <= 150);
    if (found.length > 0) sentences.add((found[random.below(found.length)] as string).replace(/^第[一二三四五六七八九十百千零]+条\s*/, ""));
  }
  return [...sentences];
}

const guide = z.object({ TASK_NAME: z.string(), DEPT_NAME: z.string().nullish(), material_intro: z.unknown() });

/** Names of services with what they ask for. */
function guideTexts(data: string): readonly string[] {
  const texts = readFileSync(join(data, "guides/guides.jsonl"), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => guide.parse(JSON.parse(line)))
    .map((each) => normaliseText(`${each.TASK_NAME} ${each.DEPT_NAME ?? ""}\n${materials(each.material_intro)}`));
  return [...new Set(texts)];
}

/** The collection writes them as a list, as one string, or not at all. */
function materials(written: unknown): string {
  const list = Array.isArray(written) ? written : [written];
  return list
    .filter((each) => typeof each === "string")
    .slice(0, 20)
    .join("；");
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    all.set(part, offset);
    offset += part.length;
  }
  return all;
}
