import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readConfig } from "../../src/config.js";
import { importPath } from "../../src/corpus/ingest.js";
import { systemClock } from "../../src/domain/clock.js";
import type { Place } from "../../src/domain/place.js";
import type { PlainDate } from "../../src/domain/plain-date.js";
import type { Knowledge } from "../../src/knowledge/index.js";
import type { Meaning } from "../../src/knowledge/ranking.js";
import type { Embedder } from "../../src/models/embedder/embedder.js";
import { openRetrieval, reindex } from "../../src/retrieval/index.js";
import { openArchive } from "../../src/services.js";
import type { Store } from "../../src/store/open.js";
import type { Measure } from "./floors.js";
import type { KeepingEmbedder } from "./kept-vectors.js";
import type { Question } from "./questions.js";
import { copySubset } from "./subset.js";

export type Measured = {
  readonly store: Store;
  readonly knowledge: Knowledge;
  readonly embedder: Embedder | KeepingEmbedder | null;
  readonly questions: readonly Question[];
  readonly place: Place;
  readonly asOf: PlainDate;
  readonly kind: Meaning;
  /** Where the development data lies. */
  readonly data: string;
};

const rounds = 8;
const chunksSearched = 65_000;
const passagesEmbedded = 1_000;

/**
 * How fast it searches 65,000 chunks, and what the whole collection costs: indexing, memory, and how soon a changed document is found.
 * Search is timed with the question already embedded, as the median and the 99th percentile in milliseconds of the best of eight rounds; a
 * busy machine spoils single ones.
 */
export async function measureSpeed(measured: Measured): Promise<readonly Measure[]> {
  const { store, knowledge, embedder, asOf, kind, data } = measured;
  const { half, most } = await searchTimes(measured);
  const retrieval = await openRetrieval(store, { ...knowledge, embedderFor: async () => embedder as Embedder });
  const indexing = performance.now();
  await reindex(store, knowledge.repealed, systemClock, { embedder, full: true });
  const indexMs = performance.now() - indexing + (embedder && "fresh" in embedder ? await embeddingMs(store, embedder.fresh) : 0);
  const changedMs = await changedDocument(store, knowledge, embedder, async () => void (await retrieval.refresh()));
  const isModel = kind === "model";
  const time = (name: string, value: number, floor: number, unit: string): Measure => ({
    name,
    value,
    floor,
    more: false,
    digits: 1,
    unit,
  });
  return [
    time("search of 65,000 chunks, question embedded: p50", half, isModel ? 8 : 3, " ms"),
    time("search of 65,000 chunks, question embedded: p99", most, isModel ? 20 : 10, " ms"),
    isModel
      ? time("index of 65,000 articles from nothing (1,000 of them embedded, the rest reckoned)", indexMs / 1000, 600, " s")
      : time("index of 150,000 chunks from nothing", indexMs / 1000, 30, " s"),
    time("one changed document searchable", changedMs / 1000, isModel ? 2 : 1, " s"),
    time("memory with 150,000 chunks, serving", servingMemory(store.home, asOf, data), isModel ? 1024 : 700, " MB"),
  ];
}

/** Asks every question of a home that holds a part of the collection. */
async function searchTimes({ store, knowledge, embedder, questions, place, asOf, data }: Measured) {
  const texts = mkdtempSync(join(tmpdir(), "zhengwen-texts-"));
  copySubset(store, `${data}/laws`, chunksSearched, texts);
  const smaller = openArchive(readConfig({ ZHENGWEN_HOME: mkdtempSync(join(tmpdir(), "zhengwen-smaller-")) }));
  const { places: gazetteer, guideElements } = knowledge;
  const ingest = { store: smaller.store, gazetteer, guideElements, officePlace: smaller.officePlace, clock: systemClock };
  await importPath(ingest, texts, { dryRun: false, publishedBy: "measure" });
  await reindex(smaller.store, knowledge.repealed, systemClock, { embedder });
  const asked = embedder && (await embeddedBefore(embedder, questions));
  const retrieval = await openRetrieval(smaller.store, { ...knowledge, embedderFor: async () => asked as Embedder });
  const percentiles: { readonly half: number; readonly most: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    const times: number[] = [];
    for (const { text } of questions) {
      const begun = performance.now();
      await retrieval.search(text, { place, asOf, top: 10, scope: "holding" });
      times.push(performance.now() - begun);
    }
    times.sort((a, b) => a - b);
    percentiles.push({ half: times[times.length >> 1] ?? 0, most: times[Math.floor(times.length * 0.99)] ?? 0 });
  }
  smaller.store.close();
  return { half: Math.min(...percentiles.map(({ half }) => half)), most: Math.min(...percentiles.map(({ most }) => most)) };
}

/** The embedder with its vectors of the questions at hand. */
async function embeddedBefore(embedder: Embedder, questions: readonly Question[]): Promise<Embedder> {
  const vectors = new Map<string, Float32Array>();
  const embedQuery = async (text: string) => vectors.get(text) ?? embedder.embedQuery(text);
  for (const { text } of questions) vectors.set(text, await embedder.embedQuery(text));
  return { ...embedder, embedQuery };
}

/** How long a model would take for 65,000 passages, by a sample of them: milliseconds. */
async function embeddingMs(store: Store, embedder: Embedder): Promise<number> {
  const rows = store.sqlite.prepare("SELECT text FROM chunks WHERE id % 101 = 0 ORDER BY id LIMIT ?").all(passagesEmbedded) as {
    readonly text: string;
  }[];
  const begun = performance.now();
  await embedder.embedPassages(rows.map(({ text }) => text));
  return ((performance.now() - begun) * chunksSearched) / rows.length;
}

/** The most memory in MB of a process of its own that opens everything and answers. */
function servingMemory(home: string, asOf: PlainDate, data: string): number {
  const script = fileURLToPath(new URL("serving-memory.ts", import.meta.url));
  const output = execFileSync(process.execPath, ["--import", "tsx", script, home, data, asOf], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  return Number(output.trim());
}

/** Publishes a document, changes a word in it, and waits until it is found. */
async function changedDocument(
  store: Store,
  knowledge: Knowledge,
  embedder: Embedder | null,
  refresh: () => Promise<void>,
): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "zhengwen-changed-"));
  const ingest = {
    store,
    gazetteer: knowledge.places,
    guideElements: knowledge.guideElements,
    officePlace: knowledge.office.place,
    clock: systemClock,
  };
  const publish = async (size: string) => {
    writeFileSync(
      join(folder, "集市.md"),
      `---\ntitle: 周末集市摆摊办法\nkind: rule\nplace: ${knowledge.office.place}\n---\n第一条 周末集市的摊位不超过${size}平方米。\n`,
    );
    await importPath(ingest, folder, { dryRun: false, publishedBy: "measure" });
    await reindex(store, knowledge.repealed, systemClock, { embedder });
    await refresh();
  };
  await publish("四");
  const begun = performance.now();
  await publish("五");
  return performance.now() - begun;
}
