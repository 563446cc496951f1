import { describe, expect, it } from "vitest";
import { loadRepealed, loadReplacedSince } from "../../src/knowledge/repealed.js";
import { knowledgeFolder } from "../../src/paths.js";
import { gazetteer, writeFiles } from "../fixtures/corpus.js";
import { temporaryFolder } from "../fixtures/home.js";

const entry = (given: string) =>
  `repealed:\n  - { title: 集市办法, place: 全国, by: 一项决定, seeInstead: null, certainty: certain, ${given} }\n`;

function load(content: string) {
  const folder = temporaryFolder();
  writeFiles(folder, { "repealed.yml": content });
  return loadRepealed(folder);
}

describe("the list of texts that ended", () => {
  it("gives each with its day", () => {
    expect(load(entry("repealedOn: 2021-01-01"))).toEqual([
      { title: "集市办法", place: "全国", by: "一项决定", seeInstead: null, certainty: "certain", repealedOn: "2021-01-01" },
    ]);
  });

  it.each([
    ["a day that no calendar has", entry("repealedOn: 2021-02-30")],
    ["no day", entry("note: 略")],
    ["no YAML", "repealed: ["],
    ["nothing", ""],
  ])("is refused with %s, and names its file", (_, content) => {
    expect(() => load(content)).toThrow(
      expect.objectContaining({ code: "knowledge_invalid", message: expect.stringContaining("repealed.yml") }),
    );
  });

  it("of the sample street names places that there are, and each title once a place", () => {
    const listed = loadRepealed(knowledgeFolder);
    for (const { place } of listed) expect(gazetteer.read(place)).toBe(place);
    const keys = listed.map(({ title, place }) => `${title}|${place}`);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });
});

describe("the list of texts that were replaced since", () => {
  it("names only what was replaced after the collection ends", () => {
    const { collectionEndsOn, replaced } = loadReplacedSince(knowledgeFolder);
    expect(replaced.filter(({ effectiveFrom }) => effectiveFrom <= collectionEndsOn)).toEqual([]);
  });
});
