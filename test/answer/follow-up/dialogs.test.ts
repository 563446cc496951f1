import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { evaluate } from "../../../src/evaluation/evaluate.js";
import { evaluationPorts } from "../../../src/evaluation/ports.js";
import { readRows } from "../../../src/evaluation/row.js";
import { worstRows } from "../../../src/evaluation/worst.js";
import { streetOfSuite } from "../../fixtures/street-of-suite.js";

const file = new URL("../../../training/dialogs/follow-ups.jsonl", import.meta.url);

/** Our own dialogs, each with what its last reply must be; `zhengwen eval training/dialogs/follow-ups.jsonl` shows them. */
describe("thirty dialogs and more over the sample street", () => {
  const street = streetOfSuite();

  it("are understood, nine in ten", async () => {
    const rows = readRows(readFileSync(file, "utf8"), "follow-ups.jsonl", street().knowledge.places.read);
    const judged = await evaluate(rows, evaluationPorts(street()));
    const misses = worstRows(judged, rows.length).map(({ id, shortcomings }) => ({ id, shortcomings }));
    expect(rows.length).toBeGreaterThanOrEqual(30);
    expect(misses.length / rows.length, JSON.stringify(misses)).toBeLessThanOrEqual(0.1);
  }, 60_000);
});
