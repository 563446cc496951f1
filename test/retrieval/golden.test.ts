import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { plainDate } from "../../src/domain/plain-date.js";
import { loadKnowledge } from "../../src/knowledge/index.js";
import { openEmbedder } from "../../src/models/embedder/choose.js";
import { knowledgeFolder } from "../../src/paths.js";
import { openRetrieval, type Retrieval } from "../../src/retrieval/index.js";
import { prepareHome } from "../../src/samples.js";
import { openStore, type Store } from "../../src/store/open.js";
import { mondayMorning } from "../fixtures/corpus.js";

const schema = z.array(
  z.strictObject({
    query: z.string(),
    place: z.string().optional(),
    first: z.strictObject({ document: z.string(), heading: z.string().nullable() }).nullable(),
    reason: z.string().min(1),
  }),
);
const cases = schema.parse(parse(readFileSync(new URL("golden.yml", import.meta.url), "utf8")));

const knowledge = loadKnowledge(knowledgeFolder);
const embedderSettings = {
  modelsFolder: "",
  hubEndpoint: "",
  openai: { baseUrl: "", apiKey: null, budgetCharacters: 0 },
};
const failed = (cause: unknown) => {
  throw cause;
};
const home = mkdtempSync(join(tmpdir(), "zhengwen-golden-"));
let store: Store;
let retrieval: Retrieval;

beforeAll(async () => {
  store = openStore(home);
  const embedder = await openEmbedder("static", embedderSettings);
  await prepareHome({ store, knowledge, clock: mondayMorning, embedder: async () => embedder, progress: () => {}, warn: failed });
  retrieval = await openRetrieval(store, { ...knowledge, embedderFor: async () => embedder, onEmbedderMissing: failed });
});

afterAll(() => {
  store.close();
  rmSync(home, { recursive: true, force: true });
});

describe("among the sample documents", () => {
  it.each(cases)("$query ($place): $reason", async ({ query, place, first }) => {
    const [hit] = await retrieval.search(query, {
      place: place === undefined ? knowledge.office.place : knowledge.places.read(place),
      asOf: plainDate("2026-11-23"),
      top: 10,
      scope: "holding",
    });
    expect(hit ? { document: hit.version.title, heading: hit.chunk.heading } : null).toEqual(first);
  });
});
