import { readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { keepRun, previousRun, runsFolder } from "../../src/evaluation/kept-runs.js";
import { judgedRow } from "../fixtures/evaluation.js";
import { temporaryFolder } from "../fixtures/home.js";

const run = (at: string, file = "/甲.jsonl") => ({ file, at, rows: [judgedRow("a")] });

describe("kept runs", () => {
  it("the newest of a file is found again as it was", () => {
    const home = temporaryFolder();
    keepRun(home, run("2026-01-05T01:00:00.000Z"));
    const newest = run("2026-01-05T02:00:00.000Z");
    keepRun(home, newest);
    keepRun(home, run("2026-01-05T03:00:00.000Z", "/乙.jsonl"));
    expect(previousRun(home, "/甲.jsonl")).toEqual(newest);
  });

  it("there is none in a new home", () => {
    expect(previousRun(temporaryFolder(), "/甲.jsonl")).toBeNull();
  });

  it("one that cannot be read is passed over", () => {
    const home = temporaryFolder();
    const kept = run("2026-01-05T01:00:00.000Z");
    keepRun(home, kept);
    writeFileSync(join(runsFolder(home), "2026-02-01.json"), "{");
    writeFileSync(join(runsFolder(home), "2026-02-02.json"), '{"file":"/甲.jsonl","rows":[{}]}');
    expect(previousRun(home, "/甲.jsonl")).toEqual(kept);
  });

  it("are their owner's alone, and whole", () => {
    const home = temporaryFolder();
    const path = keepRun(home, run("2026-01-05T01:00:00.000Z"));
    expect(statSync(path).mode & 0o077).toBe(0);
    expect(readdirSync(runsFolder(home))).toEqual(["2026-01-05T01-00-00-000Z.json"]);
  });

  it("a home that cannot be written to is named", () => {
    const home = temporaryFolder();
    writeFileSync(runsFolder(home), "");
    expect(() => keepRun(home, run("2026-01-05T01:00:00.000Z"))).toThrow(expect.objectContaining({ code: "home_unusable" }));
  });
});
