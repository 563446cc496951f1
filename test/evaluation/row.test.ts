import { describe, expect, it } from "vitest";
import type { Place } from "../../src/domain/place.js";
import { readRows } from "../../src/evaluation/row.js";

const place = (text: string) => {
  if (text === "桃花源") throw new Error("no such place: 桃花源");
  return text as Place;
};
const read = (...lines: readonly (string | object)[]) =>
  readRows(lines.map((each) => (typeof each === "string" ? each : JSON.stringify(each))).join("\n"), "问题.jsonl", place);
const refusal = (...lines: readonly (string | object)[]): string => {
  try {
    read(...lines);
  } catch (cause) {
    expect(cause).toMatchObject({ code: "wrong_use" });
    return (cause as Error).message;
  }
  return expect.fail("was read");
};

describe("readRows", () => {
  it("reads a question, and a conversation of several turns", () => {
    const rows = read(
      { id: "a", text: "产假有几天？", place: "广东", asOf: "2026-01-05", expect: { route: "question" } },
      { id: 2, turns: [{ user: "路灯坏了" }, { user: "木棉街12号" }], expect: {} },
    );
    expect(rows[0]).toMatchObject({ id: "a", turns: ["产假有几天？"], place: "广东", asOf: "2026-01-05", expect: { route: "question" } });
    expect(rows[1]).toMatchObject({ id: "2", turns: ["路灯坏了", "木棉街12号"], place: null, asOf: null, expect: { route: null } });
  });

  it("takes one outcome or several any of which is right", () => {
    const [one, several] = read(
      { id: "a", text: "一", expect: { outcome: "answered" } },
      { id: "b", text: "二", expect: { outcome: ["answered", "answered_partly"] } },
    );
    expect(one?.expect.outcome).toEqual(["answered"]);
    expect(several?.expect.outcome).toEqual(["answered", "answered_partly"]);
  });

  it("passes over empty lines, a byte order mark and CRLF", () => {
    expect(readRows('\ufeff{"id":"a","text":"一","expect":{}}\r\n\r\n', "f", place)).toHaveLength(1);
  });

  it("refuses the file for a bad line, by its number", () => {
    expect(refusal({ id: "a", text: "一", expect: {} }, "nonsense")).toContain("问题.jsonl:2: not JSON");
    expect(refusal({ id: "a", text: "一" })).toMatch(/问题\.jsonl:1: expect/);
  });

  it("names a field that is not known, also within what is expected", () => {
    expect(refusal({ id: "a", text: "一", expect: {}, wants: 1 })).toContain('"wants"');
    expect(refusal({ id: "a", text: "一", expect: { answer: "二" } })).toMatch(/expect: .*"answer"/);
  });

  it("refuses a route that there is not, an impossible date, an unknown place", () => {
    expect(refusal({ id: "a", text: "一", expect: { route: "gossip" } })).toContain("expect.route");
    expect(refusal({ id: "a", text: "一", asOf: "2026-02-30", expect: {} })).toContain("asOf: not a date");
    expect(refusal({ id: "a", text: "一", place: "桃花源", expect: {} })).toContain("桃花源");
  });

  it("refuses a row with both text and turns, one with neither, and an expected source without a name", () => {
    expect(refusal({ id: "a", text: "一", turns: [{ user: "二" }], expect: {} })).toContain("either text or turns");
    expect(refusal({ id: "a", expect: {} })).toContain("either text or turns");
    expect(refusal({ id: "a", text: "一", expect: { documents: [{ article: "第一条" }] } })).toContain("neither path nor document");
  });

  it("refuses an id that stands twice, and a file without rows", () => {
    expect(refusal({ id: "a", text: "一", expect: {} }, { id: "a", text: "二", expect: {} })).toContain("stands in line 1 already");
    expect(refusal("")).toContain("no rows");
  });

  it("names ten bad lines and counts the others", () => {
    expect(refusal(...Array.from({ length: 12 }, () => "x"))).toContain("and 2 more");
  });
});
