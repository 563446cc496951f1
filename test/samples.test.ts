import { describe, expect, it } from "vitest";
import { loadKnowledge } from "../src/knowledge/index.js";
import { knowledgeFolder } from "../src/paths.js";
import { currentGeneration } from "../src/retrieval/generations/pointer.js";
import { indexFolderOf } from "../src/retrieval/index.js";
import { type Preparation, prepareHome } from "../src/samples.js";
import { publishedVersions } from "../src/store/documents.js";
import { fakeEmbedder } from "./fakes/embedder.js";
import { mondayMorning } from "./fixtures/corpus.js";
import { temporaryStore } from "./fixtures/home.js";

const knowledge = loadKnowledge(knowledgeFolder);

describe("a home", () => {
  it("is made ready once, with the sample documents published and indexed", async () => {
    const store = temporaryStore();
    const told: Preparation[] = [];
    const preparing = {
      store,
      knowledge,
      clock: mondayMorning,
      embedder: async () => fakeEmbedder(),
      progress: (preparation: Preparation) => void told.push(preparation),
      warn: () => {},
    };
    await prepareHome(preparing);
    const generation = await currentGeneration(indexFolderOf(store.home));
    expect(publishedVersions(store).length).toBeGreaterThan(0);
    expect(generation).not.toBeNull();
    expect(new Set(told.map(({ what }) => what))).toEqual(new Set(["reading", "indexing"]));
    await prepareHome(preparing);
    expect(await currentGeneration(indexFolderOf(store.home))).toBe(generation);
  });
});
