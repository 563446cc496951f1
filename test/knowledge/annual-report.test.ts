import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { disclosureOutcomes, refusalGrounds } from "../../src/domain/disclosure-outcome.js";
import { loadAnnualReportForm } from "../../src/knowledge/annual-report.js";
import { knowledgeFolder } from "../../src/paths.js";
import { temporaryFolder } from "../fixtures/home.js";

const form = loadAnnualReportForm(knowledgeFolder);

/** The form with one text replaced by another. */
function changed(from: string, to: string) {
  const folder = temporaryFolder();
  const yaml = readFileSync(join(knowledgeFolder, "annual-report.yml"), "utf8");
  if (!yaml.includes(from)) throw new Error(`not in the file: ${from}`);
  writeFileSync(join(folder, "annual-report.yml"), yaml.replace(from, to));
  return () => loadAnnualReportForm(folder);
}
const invalid = (message: RegExp) => expect.objectContaining({ code: "knowledge_invalid", message: expect.stringMatching(message) });

describe("annual-report.yml, the form of Art. 50", () => {
  it("has the parts of the form: 8 grounds of refusal, 3 of not being able, 5 of not handling, 3 others", () => {
    const results = form.disclosure.sections[2]?.sections ?? [];
    expect(results.map(({ label, sections = [] }) => [label.slice(0, 7), sections.length])).toEqual([
      ["（一）予以公开", 0],
      ["（二）部分公开", 0],
      ["（三）不予公开", 8],
      ["（四）无法提供", 3],
      ["（五）不予处理", 5],
      ["（六）其他处理", 3],
      ["（七）总计", 0],
    ]);
    expect(form.depth).toBe(3);
  });

  it.each([
    ["already_public", null, "granted"],
    ["granted", null, "granted"],
    ["partly_granted", "state_secret", "partly_granted"],
    ["special_procedure", null, "refused_special_procedure"],
    ["not_held", null, "unavailable_not_held"],
    ["not_ours", null, "unavailable_not_held"],
    ["needs_making", null, "unavailable_needs_making"],
    ["still_unclear", null, "unavailable_still_unclear"],
    ["disguised_petition", null, "declined_disguised_petition"],
    ["repeated", null, "declined_repeated"],
    ["publication", null, "declined_publication"],
    ["excessive", null, "declined_excessive"],
    ["confirmation_wanted", null, "declined_confirmation_wanted"],
    ["not_corrected", null, "other_not_corrected"],
    ["fee_unpaid", null, "other_fee_unpaid"],
    ["withdrawn", null, "other_remaining"],
  ] as const)("counts %s (%s) in %s", (outcome, ground, row) => {
    expect(form.rowOf({ outcome, ground } as Parameters<typeof form.rowOf>[0])).toBe(row);
  });

  it.each([
    ["state_secret", "refused_state_secret"],
    ["forbidden_by_law", "refused_forbidden_by_law"],
    ["security", "refused_security"],
    ["third_party", "refused_third_party"],
    ["third_party_objects", "refused_third_party"],
    ["internal_affairs", "refused_internal_affairs"],
    ["working_papers", "refused_working_papers"],
    ["enforcement_file", "refused_enforcement_file"],
  ] as const)("counts a refusal on the ground %s in %s", (ground, row) => {
    expect(form.rowOf({ outcome: "refused", ground })).toBe(row);
  });

  it("names every outcome and ground for the register", () => {
    expect(Object.keys(form.register.outcomes).sort()).toEqual([...disclosureOutcomes].sort());
    expect(Object.keys(form.register.grounds).sort()).toEqual([...refusalGrounds].sort());
  });

  it("is refused when an outcome has no row", () => {
    expect(changed("[not_held, not_ours]", "[not_held]")).toThrow(invalid(/not_ours has no row/));
  });

  it("is refused when a ground has no row", () => {
    expect(changed("[third_party, third_party_objects]", "[third_party]")).toThrow(invalid(/third_party_objects has no row/));
  });

  it("is refused when an outcome has two rows", () => {
    expect(changed("[not_held, not_ours]", "[not_held, not_ours, repeated]")).toThrow(invalid(/repeated has two rows/));
  });

  it("is refused when a ground stands twice in one row", () => {
    expect(changed("[security]", "[security, security]")).toThrow(invalid(/security has two rows/));
  });

  it("is refused when refusals count without their ground", () => {
    expect(changed("outcomes: [partly_granted]", "outcomes: [partly_granted, refused]")).toThrow(invalid(/ground/));
  });

  it("is refused when an outcome counts in a row that is computed", () => {
    expect(changed("row: handled", "row: handled, outcomes: [withdrawn]")).toThrow(invalid(/（七）总计/));
  });

  it("is refused with a row outside the closed list", () => {
    expect(changed("row: declined_repeated", "row: declined_again")).toThrow(invalid(/annual-report\.yml/));
  });

  it("is refused with rows out of the form's order", () => {
    expect(changed("row: new", "row: carried_over")).toThrow(invalid(/in this order/));
  });

  it("is refused when a heading is a row as well", () => {
    expect(changed("- label: （四）无法提供", "- row: handled\n          label: （四）无法提供")).toThrow(invalid(/（四）无法提供/));
  });
});
