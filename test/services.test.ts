import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readConfig } from "../src/config.js";
import { currentGeneration } from "../src/retrieval/generations/pointer.js";
import { indexFolderOf, reindex } from "../src/retrieval/index.js";
import { openServices } from "../src/services.js";
import { mondayMorning } from "./fixtures/corpus.js";
import { temporaryFolder } from "./fixtures/home.js";

describe("a home whose current index is damaged", () => {
  it("gets a new one before it answers, and is told: an earlier one may hold what was withdrawn", async () => {
    const config = readConfig({ ZHENGWEN_HOME: temporaryFolder() });
    const first = await openServices(config, mondayMorning);
    await reindex(first.store, [], mondayMorning, { embedder: null });
    const folder = indexFolderOf(config.home);
    const damaged = (await currentGeneration(folder)) as string;
    first.close();
    const file = join(folder, damaged, "base.postings.bin");
    const bytes = readFileSync(file);
    bytes[0] = (bytes[0] as number) ^ 1;
    writeFileSync(file, bytes);
    const told: unknown[] = [];
    const services = await openServices(config, mondayMorning, undefined, (cause) => told.push(cause));
    expect(told).toMatchObject([{ code: "index_damaged" }]);
    expect(services.retrieval.isRolledBack()).toBe(false);
    expect([damaged, first.retrieval.generation()]).not.toContain(services.retrieval.generation());
    services.close();
  });
});
