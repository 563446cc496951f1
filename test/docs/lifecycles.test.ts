import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { lifecyclesPage } from "../../scripts/draw-lifecycles/lifecycles-page.js";
import { loadLifecycles } from "../../src/knowledge/lifecycles.js";
import { knowledgeFolder } from "../../src/paths.js";

const page = readFileSync(new URL("../../docs/lifecycles.md", import.meta.url), "utf8");
const lifecycles = loadLifecycles(knowledgeFolder).all;

describe("docs/lifecycles.md", () => {
  it("is what npm run draw-lifecycles writes from knowledge/lifecycles", () => {
    expect(page).toBe(lifecyclesPage(lifecycles));
  });

  it.each(lifecycles.map((lifecycle) => [lifecycle.name, lifecycle] as const))("draws each phase and names each event of %s", (_, each) => {
    for (const [name, { label }] of Object.entries(each.phases)) expect(page).toMatch(new RegExp(`^  ${name} : ${label}（`, "m"));
    for (const [name, { label }] of Object.entries(each.events)) expect(page).toContain(`| \`${name}\` | ${label}`);
  });

  it("marks what a second person must approve, and leads back to each place from which one comes", () => {
    expect(page).toContain("running --> extended : 延期答复（工作人员，第三十三条 ⚖）");
    for (const before of ["running", "corrected", "extended", "reopened"])
      expect(page).toContain(`asking --> ${before} : 对方答复（工作人员，第三十二条、第三十四条）`);
  });
});
