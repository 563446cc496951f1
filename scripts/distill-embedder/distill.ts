import { homedir } from "node:os";
import { join } from "node:path";
import { Command, Option } from "commander";
import { progressBar } from "../../src/cli/progress.js";
import type { Place } from "../../src/domain/place.js";
import type { WordVectors } from "../../src/models/embedder/static/format.js";
import { writeWordVectors } from "../../src/models/embedder/static/write.js";
import { meanQuality, type Quality } from "../measure/metrics.js";
import { folds } from "../measure/questions.js";
import { bagsOf } from "./bags.js";
import { trainContrastive } from "./contrastive.js";
import { readCorpus } from "./corpus.js";
import { qualityOfVectors, type Vectors, vectorsBy } from "./evaluate.js";
import { type Example, examplesOf } from "./examples.js";
import { quantiseRows } from "./quantise.js";
import { type Start, startRows } from "./start.js";
import { openTeacher } from "./teacher.js";

type Options = {
  readonly teacher: string;
  readonly data: string;
  readonly out?: string;
  readonly folds?: string;
  readonly cache: string;
  readonly day: string;
  readonly sources: readonly Example["source"][];
};

const dimension = 192;
const wordCount = 60_000;
const training = {
  dimension,
  steps: 500,
  batch: 128,
  hard: 8,
  chance: 300,
  temperature: 0.12,
  learningRate: 2e-3,
  pull: 3e-5,
  mineEvery: 170,
  seed: 1,
} as const;

const options = new Command("distill-embedder")
  .description("make the word vectors of the static embedder from a teacher and from questions with their answers")
  .requiredOption("--teacher <folder>", "model that the transformers adapter reads, such as bge-small-zh-v1.5")
  .requiredOption("--data <folder>", "development data: laws, guides, messages, stard, residents, cmrc")
  .option("--out <folder>", "writes the vectors that all these questions have shaped: knowledge/embedder")
  .option("--folds <folder>", "cross-validates: writes the vectors of each fold, which saw none of its questions, and prints their figures")
  .option("--cache <folder>", "keeps the teacher's vectors", join(homedir(), ".cache", "zhengwen"))
  .addOption(
    new Option("--sources <sources...>", "whose questions shape the vectors: laypeople's (STARD), residents', our own")
      .choices(["lay", "resident", "own"])
      .default(["lay", "resident", "own"]),
  )
  .option("--day <day>", "day on which texts are in force, as 20261123", "20261123")
  .parse()
  .opts<Options>();

const say = (line: string) => process.stdout.write(`${line}\n`);
const begun = performance.now();
const corpus = await readCorpus(join(options.data, "laws"), "广东省" as Place, Number(options.day));
const examples = examplesOf(corpus, options.data);
say(`${corpus.passages.length} passages, ${examples.length} questions (${seconds()})`);
const teacher = await openTeacher(options.teacher, options.cache);
const own = examples.flatMap(({ source, text }) => (source === "own" ? [text] : []));
const start = await startRows(corpus, own, teacher, { data: options.data, dimension, words: wordCount });
say(`${start.words.length} words fitted to the teacher (${seconds()})`);
const passages = bagsOf(
  corpus.passages.map(({ text }) => text),
  start.read,
  start.weights,
);
const questions = bagsOf(
  examples.map(({ text }) => text),
  start.read,
  start.weights,
);
if (options.folds) {
  printQuality("the teacher", await vectorsByTeacher());
  printQuality("ridge alone", vectorsBy(quantiseRows(start.words, start.rows, start.weights, dimension), corpus.passages, examples));
  await crossValidate(options.folds);
}
await teacher.close();
if (options.out) {
  await writeWordVectors(
    options.out,
    trained(start, () => true, "all questions"),
    made(),
  );
  say(`${options.out} written (${seconds()})`);
}

async function vectorsByTeacher(): Promise<Vectors> {
  const texts = (all: readonly { readonly text: string }[]) => all.map(({ text }) => text);
  return {
    dimension: teacher.dimension,
    passages: await teacher.passages(texts(corpus.passages), "passages"),
    questions: await teacher.questions(texts(examples), "questions"),
  };
}

/** Each question is looked up by vectors that were trained without its fold. */
async function crossValidate(folder: string): Promise<void> {
  const qualities: Quality[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const words = trained(start, (example) => example.fold !== fold, `fold ${fold + 1} of ${folds}`);
    await writeWordVectors(join(folder, String(fold)), words, made());
    const unseen = examples.flatMap((example, index) => (example.fold === fold ? [index] : []));
    const asked = unseen.map((index) => examples[index] as Example);
    const found = qualityOfVectors(vectorsBy(words, corpus.passages, asked), corpus.passages, asked);
    for (const [position, index] of unseen.entries()) qualities[index] = found[position] as Quality;
    say(`fold ${fold + 1} of ${folds} (${seconds()})`);
  }
  printMeans("cross-validated", qualities);
}

function printQuality(label: string, vectors: Vectors): void {
  printMeans(label, qualityOfVectors(vectors, corpus.passages, examples));
}

function printMeans(label: string, qualities: readonly Quality[]): void {
  for (const source of ["lay", "resident", "own"] as const) {
    const { ndcgAt10, recallAt10, recallAt100 } = meanQuality(qualities.filter((_, index) => examples[index]?.source === source));
    const figures = [ndcgAt10, recallAt10, recallAt100].map((figure) => figure.toFixed(3)).join(" / ");
    say(`${label.padEnd(16)} ${source.padEnd(9)} nDCG@10 / R@10 / R@100  ${figures}`);
  }
}

function trained(from: Start, sees: (example: Example) => boolean, label: string): WordVectors {
  const pairs = examples.flatMap((example, question) => {
    const golds = [...new Set(example.golds.flat())];
    return golds.length > 0 && options.sources.includes(example.source) && sees(example) ? [{ question, golds }] : [];
  });
  const bar = progressBar(label.padEnd(15));
  const rows = trainContrastive(from.rows, questions, passages, pairs, {
    ...training,
    progress: (step) => bar.update(step, training.steps),
  });
  bar.stop();
  return quantiseRows(from.words, rows, from.weights, dimension);
}

function made() {
  return {
    by: "scripts/distill-embedder",
    teacher: "BAAI/bge-small-zh-v1.5 (MIT)",
    questions: examples.length,
    passages: corpus.passages.length,
  };
}

function seconds(): string {
  return `${((performance.now() - begun) / 1000).toFixed(0)} s`;
}
