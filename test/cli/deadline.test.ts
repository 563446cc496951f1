import { afterEach, describe, expect, it, vi } from "vitest";
import { deadlineCommand } from "../../src/cli/deadline.js";

/** What the command prints. */
function run(...given: string[]): string {
  let printed = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  deadlineCommand().exitOverride().parse(given, { from: "user" });
  return printed;
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe("zhengwen deadline", () => {
  it("prints one JSON value", () => {
    expect(JSON.parse(run("--from", "2026-11-26", "--working-days", "2", "--json"))).toEqual({
      from: "2026-11-26",
      workingDays: 2,
      dueOn: "2026-11-30",
      days: [
        { date: "2026-11-27", counted: true, reason: "工作日" },
        { date: "2026-11-28", counted: false, reason: "周六" },
        { date: "2026-11-29", counted: false, reason: "周日" },
        { date: "2026-11-30", counted: true, reason: "工作日" },
      ],
    });
  });

  it("prints a table for people", () => {
    const printed = run("--from", "2026-11-27", "--working-days", "1");
    expect(printed).toContain("2026-11-28  周六    –  周六\n");
    expect(printed).toContain("2026-11-30  周一    1  工作日\n");
    expect(printed.endsWith("到期日  2026-11-30\n")).toBe(true);
  });

  it.each(["-1", "251", "2.5", "many", "1e2", ""])("refuses %j working days", (count) => {
    expect(() => run("--from", "2026-11-27", `--working-days=${count}`)).toThrow(expect.objectContaining({ code: "wrong_use" }));
  });

  it.each(["2026-02-30", "2026-13-01", "20261127", "tomorrow"])("refuses the date %s", (from) => {
    expect(() => run("--from", from, "--working-days", "1")).toThrow(expect.objectContaining({ code: "unknown_date" }));
  });

  it("names the year that has no calendar", () => {
    expect(() => run("--from", "2026-12-20", "--working-days", "20")).toThrow(
      expect.objectContaining({ code: "no_calendar", message: expect.stringContaining("2027") }),
    );
  });
});
