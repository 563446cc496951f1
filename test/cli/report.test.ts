import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { read } from "@e965/xlsx";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { reportCommand } from "../../src/cli/report.js";
import { openStore } from "../../src/store/open.js";
import { auditLog } from "../../src/store/schema/index.js";
import { storeRequest } from "../fixtures/disclosure-register.js";
import { temporaryFolder } from "../fixtures/home.js";

const clock = () => new Date("2026-01-12T02:00:00Z");
let home = "";
let warned = "";

/** What `zhengwen report …` prints. */
async function report(...words: string[]): Promise<string> {
  const said: string[] = [];
  const stdout = vi.spyOn(process.stdout, "write").mockImplementation((text) => said.push(String(text)) > 0);
  const stderr = vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    warned += String(text);
    return true;
  });
  await reportCommand(clock)
    .parseAsync(words, { from: "user" })
    .finally(() => {
      stdout.mockRestore();
      stderr.mockRestore();
    });
  return said.join("");
}
const fails = (code: string) => expect.objectContaining({ code });
const refusal = (...words: string[]) =>
  report(...words).then(
    () => expect.fail("was done"),
    (cause: unknown) => cause,
  );

/** Puts requests into the home of this test. */
function file(...requests: Parameters<typeof storeRequest>[1][]): void {
  const store = openStore(home);
  for (const request of requests) storeRequest(store, request);
  store.close();
}

beforeEach(() => {
  home = temporaryFolder();
  warned = "";
  vi.stubEnv("ZHENGWEN_HOME", home);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

describe("zhengwen report annual", () => {
  it("Art. 50: prints the table for people", async () => {
    file({ number: "YSQ-2025-000001" }, { number: "YSQ-2025-000002", ended: null, applicant: "other_organisation" });
    const printed = await report("annual", "--year", "2025");
    expect(printed).toMatch(/一、本年新收政府信息公开申请数量 +1 +0 +0 +0 +0 +1 +2\n/);
    expect(printed).toMatch(/（一）予以公开 +1 +0 +0 +0 +0 +0 +1\n/);
    expect(printed).toMatch(/四、结转下年度继续办理 +0 +0 +0 +0 +0 +1 +1\n/);
    expect(printed).toContain("统计期间：2025年1月1日至2025年12月31日");
  });

  it("prints one JSON value", async () => {
    file({ number: "YSQ-2025-000001" });
    const { year, disclosure, reviews } = JSON.parse(await report("annual", "--year", "2025", "--json"));
    expect([year, disclosure.rows.granted, reviews.review.total]).toEqual([
      2025,
      expect.objectContaining({ natural_person: 1, total: 1 }),
      0,
    ]);
  });

  it("counts a year that has not ended as it stands today, and says so", async () => {
    expect(await report("annual", "--year", "2026")).toContain("统计期间：2026年1月1日至2026年1月12日");
  });

  it("Art. 50: refuses a table that does not balance, writes no file, and names the request", async () => {
    file({ number: "YSQ-2025-000001" }, { number: "YSQ-2025-000077", outcome: null });
    const out = join(home, "annual.html");
    const cause = await refusal("annual", "--year", "2025", "--out", out);
    expect(cause).toEqual(fails("report_unbalanced"));
    expect(String(cause)).toMatch(/自然人.*YSQ-2025-000077/);
    expect(String(cause)).not.toContain("YSQ-2025-000001");
    expect(existsSync(out)).toBe(false);
  });

  it("writes each format, by the file's name or by --format", async () => {
    file({ number: "YSQ-2025-000001" });
    const at = (name: string) => join(home, name);
    for (const name of ["a.html", "a.csv", "a.xlsx", "a.txt"]) await report("annual", "--year", "2025", "--out", at(name));
    expect(readFileSync(at("a.html"), "utf8")).toMatch(/^<!doctype html>/);
    expect(readFileSync(at("a.csv"), "utf8")).toMatch(/^\ufeff收到和处理政府信息公开申请情况,自然人,/);
    expect(read(readFileSync(at("a.xlsx"))).SheetNames).toHaveLength(2);
    expect(readFileSync(at("a.txt"), "utf8")).toMatch(/^木棉街道办事处2025年/);
    expect(await report("annual", "--year", "2025", "--format", "csv")).toMatch(/^\ufeff/);
  });

  it("says which requests it does not count since nobody confirmed their receipt", async () => {
    file({ number: "YSQ-2025-000001" }, { number: "YSQ-2025-000002", received: null, ended: null, filed: "2025-12-30T10:00:00+08:00" });
    expect(await report("annual", "--year", "2025")).toMatch(/一、本年新收政府信息公开申请数量 +1 /);
    expect(warned).toMatch(/not counted.*YSQ-2025-000002/);
    expect(warned).not.toContain("YSQ-2025-000001");
  });

  it.each([
    ["annual", "--year", "2027"],
    ["annual", "--year", "25"],
    ["annual", "--year", "2025", "--format", "pdf"],
    ["annual", "--year", "2025", "--format", "xlsx"],
    ["annual", "--year", "2025", "--out", "/no/such/folder/a.html"],
  ])("is wrong use: %s %s %s %s %s", async (...words) => {
    expect(await refusal(...words)).toEqual(fails("wrong_use"));
  });
});

describe("zhengwen report opening", () => {
  it("stands in row 二, and the requests must be in the register", async () => {
    await report("opening", "--year", "2025", "--kind", "natural_person", "--requests", "1", "--by", "陈主任");
    expect(String(await refusal("annual", "--year", "2025"))).toMatch(/自然人: 一 0 \+ 二 1 = 1, but 三（七） 0 \+ 四 0 = 0/);
    file({ number: "YSQ-2024-000001", received: "2024-12-20", ended: "2025-01-08" });
    expect(await report("annual", "--year", "2025")).toMatch(/二、上年结转政府信息公开申请数量 +1 /);
  });

  it.each([
    ["--requests", "-1"],
    ["--requests", "1.5"],
    ["--by", "  "],
  ])("refuses %s %j", async (option, value) => {
    const words = ["opening", "--year", "2025", "--kind", "natural_person", "--requests", "1", "--by", "陈主任"];
    expect(await refusal(...words.map((word, index) => (words[index - 1] === option ? value : word)))).toEqual(fails("wrong_use"));
  });
});

describe("zhengwen report review", () => {
  it("enters a case and how it ended; the yearly table counts it, the audit log names who did", async () => {
    file({ number: "YSQ-2025-000001" });
    const id = (
      await report("review", "add", "--kind", "review", "--filed", "2025-05-06", "--request", "YSQ-2025-000001", "--by", "陈主任")
    ).trim();
    expect(await report("review", "list")).toMatch(/行政复议 +2025-05-06 +尚未审结 +YSQ-2025-000001\n/);
    await report("review", "settle", id, "--result", "corrected", "--on", "2025-07-01", "--by", "李科员");
    expect(JSON.parse(await report("review", "list", "--json"))).toMatchObject([{ result: "corrected", endedOn: "2025-07-01" }]);
    expect(await report("annual", "--year", "2025")).toMatch(/行政复议 +0 +1 +0 +0 +1\n/);
    const store = openStore(home);
    expect(
      store.rows
        .select()
        .from(auditLog)
        .all()
        .map(({ actor }) => actor),
    ).toEqual(["陈主任", "李科员"]);
    store.close();
  });

  it("refuses a date in the future, a request that is not there, a case that is not there", async () => {
    expect(await refusal("review", "add", "--kind", "suit", "--filed", "2026-01-13", "--by", "陈主任")).toEqual(fails("wrong_use"));
    expect(
      await refusal("review", "add", "--kind", "suit", "--filed", "2026-01-12", "--request", "YSQ-2025-000009", "--by", "陈主任"),
    ).toEqual(fails("not_found"));
    expect(await refusal("review", "settle", "4", "--result", "other", "--on", "2026-01-12", "--by", "陈主任")).toEqual(fails("not_found"));
    expect(await refusal("review", "settle", "x", "--result", "other", "--on", "2026-01-12", "--by", "陈主任")).toEqual(fails("wrong_use"));
  });
});

describe("zhengwen report register", () => {
  it("prints the register of a year as CSV, and writes it as a workbook", async () => {
    file({ number: "YSQ-2025-000001" }, { number: "YSQ-2024-000001", received: "2024-03-01", ended: "2024-03-20" });
    expect(await report("register", "--year", "2025")).toBe(
      "\ufeff受理编号,收到申请日期,收到方式,申请人类型,办理状态,答复期限,办结日期,办理结果,不予公开的理由\r\nYSQ-2025-000001,2025-03-06,当面提交,自然人,已办结,2025-04-03,2025-03-20,予以公开,\r\n",
    );
    const out = join(home, "登记簿.xlsx");
    await report("register", "--year", "2025", "--out", out);
    expect(read(readFileSync(out)).Sheets["政府信息公开申请登记簿"]?.["A2"]?.v).toBe("YSQ-2025-000001");
  });

  it("holds nothing by which a person is known", async () => {
    file({ number: "YSQ-2025-000001" });
    expect(await report("register", "--year", "2025")).not.toContain("水南路");
  });
});

describe("zhengwen report timeliness", () => {
  it("prints each type with its working days", async () => {
    file(
      { number: "YSQ-2025-000001", received: "2025-03-06", ended: "2025-03-20", events: ["extended"] },
      { number: "YSQ-2025-000002", received: "2025-03-06", ended: null, due: "2025-04-03" },
      {
        number: "TS-2025-000001",
        type: "complaint",
        received: null,
        filed: "2025-03-06T10:00:00+08:00",
        ended: "2025-03-14",
        due: "2025-03-13",
        outcome: null,
      },
    );
    const { types, asOf } = JSON.parse(await report("timeliness", "--from", "2025-01-01", "--to", "2025-12-31", "--json"));
    expect(asOf).toBe("2026-01-12");
    expect(types).toMatchObject([
      { type: "disclosure", received: 2, inTime: 1, late: 0, open: 1, overdue: 1, medianDays: 10, p90Days: 10, extended: 0.5 },
      { type: "complaint", received: 1, inTime: 0, late: 1, medianDays: 6 },
    ]);
    expect(await report("timeliness", "--from", "2025-01-01", "--to", "2025-12-31")).toMatch(/依申请公开 +2 +1 .* 50\.0%\n/);
  });

  it("refuses dates that cannot be meant", async () => {
    expect(await refusal("timeliness", "--from", "2025-02-01", "--to", "2025-01-31")).toEqual(fails("wrong_use"));
    expect(await refusal("timeliness", "--from", "2025-02-30", "--to", "2025-03-31")).toEqual(fails("unknown_date"));
  });
});
