import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applicantKinds, type DisclosureResult, disclosureOutcomes, refusalGrounds } from "../../../src/domain/disclosure-outcome.js";
import { addDays, plainDate } from "../../../src/domain/plain-date.js";
import { formRows, loadAnnualReportForm, resultRows } from "../../../src/knowledge/annual-report.js";
import { knowledgeFolder } from "../../../src/paths.js";
import { disclosureTable, formColumns } from "../../../src/reports/annual/disclosure-table.js";
import type { OpeningBalance, RegisterEntry } from "../../../src/reports/annual/register-entry.js";
import { day, endings, entry, openEntry } from "../../fixtures/disclosure-register.js";

const form = loadAnnualReportForm(knowledgeFolder);
const tableOf = (year: number, entries: readonly RegisterEntry[], opening: OpeningBalance = {}) =>
  disclosureTable({ form, year, entries, opening }).rows;
/** Where the natural persons of a table stand, zeros left out. */
const standing = (year: number, entries: readonly RegisterEntry[], opening: OpeningBalance = {}) =>
  Object.fromEntries(
    Object.entries(tableOf(year, entries, opening))
      .map(([row, counts]) => [row, counts.natural_person])
      .filter(([, count]) => count !== 0),
  );

describe("the yearly table of disclosure requests, Arts. 49 and 50", () => {
  it("Art. 50: a year in which each row is filled once", () => {
    const ended = endings.map(({ outcome, ground }, index) =>
      entry({ number: `YSQ-2026-${index}`, applicant: applicantKinds[index % 6] ?? null, result: { outcome, ground } as DisclosureResult }),
    );
    const carried = entry({ number: "YSQ-2025-1", receivedOn: day("2025-12-20"), applicant: "legal_service" });
    const open = openEntry({ number: "YSQ-2026-99", applicant: "other_organisation" });
    const rows = tableOf(2026, [...ended, carried, open]);
    // columns: natural person, commercial, research, public welfare, legal service, other, total
    expect(formRows.map((row) => [row, ...formColumns.map((column) => rows[row][column])])).toEqual([
      ["new", 4, 4, 4, 3, 3, 4, 22],
      ["carried_over", 0, 0, 0, 0, 1, 0, 1],
      ["granted", 1, 0, 0, 0, 1, 0, 2],
      ["partly_granted", 0, 1, 0, 0, 0, 0, 1],
      ["refused_state_secret", 0, 0, 1, 0, 0, 0, 1],
      ["refused_forbidden_by_law", 0, 0, 0, 1, 0, 0, 1],
      ["refused_security", 0, 0, 0, 0, 1, 0, 1],
      ["refused_third_party", 0, 0, 0, 0, 0, 1, 1],
      ["refused_internal_affairs", 1, 0, 0, 0, 0, 0, 1],
      ["refused_working_papers", 0, 1, 0, 0, 0, 0, 1],
      ["refused_enforcement_file", 0, 0, 1, 0, 0, 0, 1],
      ["refused_special_procedure", 0, 0, 0, 1, 0, 0, 1],
      ["unavailable_not_held", 0, 0, 0, 0, 1, 0, 1],
      ["unavailable_needs_making", 0, 0, 0, 0, 0, 1, 1],
      ["unavailable_still_unclear", 1, 0, 0, 0, 0, 0, 1],
      ["declined_disguised_petition", 0, 1, 0, 0, 0, 0, 1],
      ["declined_repeated", 0, 0, 1, 0, 0, 0, 1],
      ["declined_publication", 0, 0, 0, 1, 0, 0, 1],
      ["declined_excessive", 0, 0, 0, 0, 1, 0, 1],
      ["declined_confirmation_wanted", 0, 0, 0, 0, 0, 1, 1],
      ["other_not_corrected", 1, 0, 0, 0, 0, 0, 1],
      ["other_fee_unpaid", 0, 1, 0, 0, 0, 0, 1],
      ["other_remaining", 0, 0, 1, 0, 0, 0, 1],
      ["handled", 4, 4, 4, 3, 4, 3, 22],
      ["carried_forward", 0, 0, 0, 0, 0, 1, 1],
    ]);
  });

  it("is all zeros for a year without requests", () => {
    expect(new Set(formRows.flatMap((row) => formColumns.map((column) => tableOf(2026, [])[row][column])))).toEqual(new Set([0]));
  });

  it("a request received on 31 December is new in its year and carried over into the next", () => {
    const request = entry({ receivedOn: day("2025-12-31"), endedOn: day("2026-01-15") });
    expect(standing(2025, [request])).toEqual({ new: 1, carried_forward: 1 });
    expect(standing(2026, [request])).toEqual({ carried_over: 1, granted: 1, handled: 1 });
    expect(standing(2027, [request])).toEqual({});
  });

  it("a request that ended on 1 January was carried forward, one that ended on 31 December was not", () => {
    const request = (endedOn: string) => entry({ receivedOn: day("2025-11-20"), endedOn: day(endedOn) });
    expect(standing(2025, [request("2026-01-01")])).toEqual({ new: 1, carried_forward: 1 });
    expect(standing(2026, [request("2026-01-01")])).toEqual({ carried_over: 1, granted: 1, handled: 1 });
    expect(standing(2025, [request("2025-12-31")])).toEqual({ new: 1, granted: 1, handled: 1 });
    expect(standing(2026, [request("2025-12-31")])).toEqual({});
  });

  it("a request received on 1 January is new", () => {
    expect(standing(2026, [openEntry({ receivedOn: day("2026-01-01") })])).toEqual({ new: 1, carried_forward: 1 });
  });

  it("one that is open for more than a year is carried over and forward", () => {
    const request = entry({ receivedOn: day("2024-12-01"), endedOn: day("2027-02-01") });
    expect(standing(2025, [request])).toEqual({ carried_over: 1, carried_forward: 1 });
  });

  it("one opened again after an annulment counts once: open until it is decided anew, then with its new result", () => {
    const reopened = openEntry({ receivedOn: day("2025-06-02") });
    expect(standing(2026, [reopened])).toEqual({ carried_over: 1, carried_forward: 1 });
    const decided = entry({
      receivedOn: day("2025-06-02"),
      endedOn: day("2026-09-01"),
      result: { outcome: "partly_granted", ground: "security" },
    });
    expect(standing(2026, [decided])).toEqual({ carried_over: 1, partly_granted: 1, handled: 1 });
  });

  it("a refused part counts in 部分公开 alone, whatever its ground", () => {
    const request = entry({ result: { outcome: "partly_granted", ground: "third_party" } });
    expect(standing(2026, [request])).toEqual({ new: 1, partly_granted: 1, handled: 1 });
  });

  it("a result that was agreed and not yet given does not count before the ending day", () => {
    const request = openEntry({ result: { outcome: "granted", ground: null } });
    expect(standing(2026, [request])).toEqual({ new: 1, carried_forward: 1 });
  });

  it("Art. 31(3): what was never received is not counted, also when it was withdrawn", () => {
    const unconfirmed = openEntry({ receivedOn: null });
    const withdrawn = entry({ number: "YSQ-2026-000002", receivedOn: null, result: { outcome: "withdrawn", ground: null } });
    expect(standing(2026, [unconfirmed, withdrawn])).toEqual({});
  });

  it("an opening balance takes the place of the computed number and is held against the register", () => {
    const carried = openEntry({ receivedOn: day("2025-12-08") });
    expect(standing(2026, [carried], { natural_person: 1 })).toEqual({ carried_over: 1, carried_forward: 1 });
  });

  const result = fc.oneof(
    fc.constantFrom(...disclosureOutcomes).map((outcome) => ({ outcome, ground: null })),
    fc
      .tuple(fc.constantFrom("refused", "partly_granted"), fc.constantFrom(...refusalGrounds))
      .map(([outcome, ground]) => ({ outcome, ground })),
  ) as fc.Arbitrary<DisclosureResult>;
  const request = fc
    .record({
      applicant: fc.constantFrom(...applicantKinds),
      received: fc.integer({ min: 0, max: 4 * 365 }),
      lasted: fc.option(fc.integer({ min: 0, max: 500 })),
      result: result.filter(({ outcome, ground }) => (outcome === "refused" || outcome === "partly_granted") === (ground !== null)),
    })
    .map(({ applicant, received, lasted, result }): Omit<RegisterEntry, "number"> => {
      const receivedOn = addDays(plainDate("2023-06-15"), received);
      const isOpen = lasted === null;
      return {
        applicant,
        receivedOn,
        endedOn: isOpen ? null : addDays(receivedOn, lasted),
        result: isOpen ? null : result,
        closed: !isOpen,
      };
    });
  const register = fc.array(request, { maxLength: 60 }).map((all) => all.map((each, index) => ({ ...each, number: `YSQ-${index}` })));

  it("Art. 50: any register balances, and each number is what a naive count gives", () => {
    fc.assert(
      fc.property(register, fc.integer({ min: 2022, max: 2029 }), (entries, year) => {
        const rows = tableOf(year, entries);
        const naive = new Map<string, number>();
        const add = (row: string, column: string) => naive.set(`${row} ${column}`, (naive.get(`${row} ${column}`) ?? 0) + 1);
        for (const { applicant, receivedOn, endedOn, result } of entries) {
          const from = Number(receivedOn?.slice(0, 4));
          const to = endedOn === null ? Number.POSITIVE_INFINITY : Number(endedOn.slice(0, 4));
          for (const column of [applicant ?? "", "total"]) {
            if (from === year) add("new", column);
            if (from < year && to >= year) add("carried_over", column);
            if (to === year && result) {
              add(form.rowOf(result), column);
              add("handled", column);
            }
            if (from <= year && to > year) add("carried_forward", column);
          }
        }
        for (const row of formRows) for (const column of formColumns) expect(rows[row][column]).toBe(naive.get(`${row} ${column}`) ?? 0);
        for (const column of formColumns) {
          const handled = resultRows.reduce((sum, row) => sum + rows[row][column], 0);
          expect(rows.new[column] + rows.carried_over[column]).toBe(handled + rows.carried_forward[column]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("carries forward in one year what it carries over in the next", () => {
    fc.assert(
      fc.property(register, fc.integer({ min: 2022, max: 2028 }), (entries, year) => {
        expect(tableOf(year + 1, entries).carried_over).toEqual(tableOf(year, entries).carried_forward);
      }),
    );
  });
});
