import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { plainDate, weekday } from "../../src/domain/plain-date.js";
import { loadCalendars } from "../../src/knowledge/calendars.js";
import { knowledgeFolder } from "../../src/paths.js";
import { temporaryFolder } from "../fixtures/home.js";

/** A knowledge folder with one calendar file. */
function folderWith(yaml: string, file = "2030.yml"): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "calendars"));
  writeFileSync(join(folder, "calendars", file), yaml);
  return folder;
}

const year = (holidays: string, workingWeekends = "[]") =>
  `year: 2030\nnotice: 某通知\nholidays: ${holidays}\nworkingWeekends: ${workingWeekends}\n`;

describe("the sample street's calendars", () => {
  const calendars = loadCalendars(knowledgeFolder);

  it("hold the days of the State Council's notices", () => {
    expect([...calendars.keys()]).toEqual([2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]);
    const days = [...calendars.values()].map(({ holidays, workingWeekends }) => [holidays.size, workingWeekends.size]);
    // 2019: 1+7+3+4+3+3+7, 2020: 1+10+3+5+3+8, 2021: 3+7+3+5+3+3+7, 2022 likewise, 2023: 2+7+1+5+3+8,
    // 2024: 1+8+3+5+1+3+7, 2025: 1+8+3+5+3+8, 2026: 3+9+3+5+3+3+7
    expect(days).toEqual([
      [28, 6],
      [30, 6],
      [31, 7],
      [31, 7],
      [26, 7],
      [28, 8],
      [28, 5],
      [33, 6],
    ]);
    expect(calendars.get(2025)?.holidays.get(plainDate("2025-10-06"))).toBe("国庆节、中秋节");
    expect(calendars.get(2026)?.holidays.get(plainDate("2026-02-15"))).toBe("春节");
    expect(calendars.get(2026)?.workingWeekends.has(plainDate("2026-09-20"))).toBe(true);
    expect(calendars.get(2026)?.notice).toContain("2026年部分节假日安排");
  });
});

describe("a year's days off, less the weekends on which people work", () => {
  const calendars = loadCalendars(knowledgeFolder);
  /** 全国年节及纪念日放假办法 Art. 2: eleven days until 2024, thirteen since; 2020 had two more by 国办发明电〔2020〕1号. */
  const legal = new Map([2019, 2021, 2022, 2023, 2024].map((year) => [year, 11])).set(2020, 13).set(2025, 13).set(2026, 13);

  it.each([...calendars.keys()])("are the legal holidays of %i", (year) => {
    const calendar = calendars.get(year);
    const offOnWeekdays = [...(calendar?.holidays.keys() ?? [])].filter((day) => weekday(day) !== 0 && weekday(day) !== 6).length;
    expect(offOnWeekdays - (calendar?.workingWeekends.size ?? 0)).toBe(legal.get(year));
  });
});

describe("loadCalendars", () => {
  const newYear = "[{ name: 元旦, from: 2030-01-01, to: 2030-01-01 }]";

  it("reads a year", () => {
    expect(loadCalendars(folderWith(year(newYear, "[2030-01-06]"))).get(2030)?.workingWeekends.size).toBe(1);
  });

  it.each([
    ["another year's day", year("[{ name: 元旦, from: 2029-12-31, to: 2030-01-01 }]")],
    ["an end before the beginning", year("[{ name: 元旦, from: 2030-01-02, to: 2030-01-01 }]")],
    ["a day of two holidays", year("[{ name: 元旦, from: 2030-01-01, to: 2030-01-02 }, { name: 春节, from: 2030-01-02, to: 2030-01-03 }]")],
    ["a make-up day that is a working day anyway", year(newYear, "[2030-01-07]")],
    ["a make-up day within a holiday", year("[{ name: 元旦, from: 2030-01-05, to: 2030-01-06 }]", "[2030-01-06]")],
    ["a day that no calendar has", year("[{ name: 春节, from: 2030-02-30, to: 2030-02-30 }]")],
    ["no notice", `year: 2030\nholidays: ${newYear}\nworkingWeekends: []\n`],
  ])("refuses %s", (_, yaml) => {
    expect(() => loadCalendars(folderWith(yaml))).toThrow(expect.objectContaining({ code: "knowledge_invalid" }));
  });

  it("refuses a file that is not named by its year", () => {
    expect(() => loadCalendars(folderWith(year(newYear), "2031.yml"))).toThrow(/2030/);
  });
});
