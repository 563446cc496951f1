import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EvaluationReport } from "../../src/evaluation/report.js";
import { runCommand } from "../fixtures/command.js";

let folder = "";
let home = "";
let rows = "";
const evaluate = (...args: readonly string[]) => runCommand(home, ["eval", ...args]);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "zhengwen-eval-"));
  home = join(folder, "home");
  rows = join(folder, "问题.jsonl");
  const lines = [
    {
      id: "a",
      text: "二婚还能再生一个吗",
      expect: {
        route: "question",
        outcome: "answered",
        documents: [{ document: "广东省人口与计划生育条例", article: "第十八条" }],
      },
    },
    { id: "b", turns: [{ user: "路灯坏了" }, { user: "木棉街12号门口" }], expect: { route: "complaint", mustNot: ["已经修好"] } },
    { id: "c", text: "你好，我的电话13800138000", expect: { route: "status" } },
  ];
  writeFileSync(rows, lines.map((line) => JSON.stringify(line)).join("\n"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("zhengwen eval", () => {
  it("asks the rows, keeps the run without personal data, and compares it with the next", async () => {
    const page = join(folder, "评测.html");
    const first = await evaluate(rows, "--json");
    expect(first.code).toBe(0);
    const report = JSON.parse(first.stdout) as EvaluationReport;
    expect(report).toMatchObject({ rows: 3, comparison: null });
    expect(report.figures.find(({ name }) => name === "gold_cited_or_basis")).toMatchObject({ value: 1, of: 1 });
    expect(report.worst.map(({ id }) => id)).toEqual(["c", "a"]);

    const kept = join(home, "evaluations");
    expect(
      readdirSync(kept)
        .map((name) => readFileSync(join(kept, name), "utf8"))
        .join(""),
    ).not.toContain("13800138000");

    const second = await evaluate(rows, "--report", page);
    expect(second.stdout).toContain("共3条可比");
    expect(readFileSync(page, "utf8")).toMatch(/^<!doctype html>/);
  });

  it("exits 1 below a floor and names it", async () => {
    const { code, stderr } = await evaluate(rows, "--floor", "routing_accuracy=1", "--floor", "gold_cited_or_basis=0.5");
    expect(code).toBe(1);
    expect(stderr).toMatch(/below their floors: routing_accuracy 0\.6+7? \(1\)\n/);
  });

  it("exits 2 for a line that cannot be read, a measure that there is not, a file that is not there", async () => {
    const bad = join(folder, "bad.jsonl");
    writeFileSync(bad, '{"id":"a","text":"一","expect":{"mood":"good"}}');
    for (const [args, said] of [
      [[bad], /bad\.jsonl:1: expect: .*"mood"/],
      [[rows, "--floor", "beauty=1"], /no measure beauty/],
      [[join(folder, "none.jsonl")], /cannot read/],
      [[rows, "--top", "-1"], /--top/],
    ] as const) {
      const { code, stderr } = await evaluate(...args);
      expect(code).toBe(2);
      expect(stderr).toMatch(said);
    }
  });
});
