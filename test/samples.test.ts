import { describe, expect, it } from "vitest";
import { loadKnowledge } from "../src/knowledge/index.js";
import { knowledgeFolder } from "../src/paths.js";
import { currentGeneration } from "../src/retrieval/generations/pointer.js";
import { indexFolderOf } from "../src/retrieval/index.js";
import { type Preparation, prepareHome } from "../src/samples.js";
import { publishedVersions } from "../src/store/documents.js";
import { mondayMorning } from "./fixtures/corpus.js";
import { temporaryStore } from "./fixtures/home.js";

const knowledge = loadKnowledge(knowledgeFolder);

describe("a home", () => {
  it("is made ready once, with the sample documents published and indexed", async () => {
    const store = temporaryStore();
    const told: Preparation[] = [];
    await prepareHome(store, knowledge, mondayMorning, (preparation) => told.push(preparation));
    const generation = await currentGeneration(indexFolderOf(store.home));
    expect(publishedVersions(store).length).toBeGreaterThan(0);
    expect(generation).not.toBeNull();
    expect(new Set(told.map(({ what }) => what))).toEqual(new Set(["reading", "indexing"]));
    await prepareHome(store, knowledge, mondayMorning, () => {});
    expect(await currentGeneration(indexFolderOf(store.home))).toBe(generation);
  });
});
