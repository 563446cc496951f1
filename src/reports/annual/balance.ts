import { applicantKinds } from "../../domain/disclosure-outcome.js";
import { ZhengwenError } from "../../domain/errors.js";
import type { AnnualReportForm } from "../../knowledge/annual-report.js";
import type { DisclosureTable, FormColumn } from "./disclosure-table.js";
import { boundsOf, isCarriedForward, isCarriedOver, isHandled, isNew, type OpeningBalance, type RegisterEntry } from "./register-entry.js";

type Given = {
  readonly table: DisclosureTable;
  readonly form: Pick<AnnualReportForm, "disclosure">;
  readonly entries: readonly RegisterEntry[];
  readonly opening: OpeningBalance;
};

const namedAtMost = 20;

/**
 * The form's own check (勾稽关系), per column: 一 + 二 = 三's total + 四. The left side goes by the days of receipt and the opening balance, the
 * right side by results and ending days, so that an entry whose dates or result contradict each other stands on one side only. What
 * happens to cancel out is found by looking at each entry.
 * @throws ZhengwenError `report_unbalanced` naming each column at fault with its numbers, and the requests with what is wrong with them
 */
export function assertBalanced({ table, form, entries, opening }: Given): void {
  const { year } = table;
  const columns = form.disclosure.columns;
  const wrong: string[] = faultyEntries(entries, year).map(
    ({ entry, fault }) => `${columns[entry.applicant ?? "total"]}: ${entry.number} ${fault}`,
  );
  for (const kind of applicantKinds) {
    const [left, right, sum] = sidesOf(table, kind);
    if (left === right) continue;
    const ofColumn = entries.filter(({ applicant }) => applicant === kind);
    const oneSided = ofColumn.filter((entry) => standsLeft(entry, year) !== standsRight(entry, year)).map(({ number }) => number);
    wrong.unshift(`${columns[kind]}: ${sum}${oneSided.length === 0 ? "" : ` (${named(oneSided)})`}`);
    const carried = ofColumn.filter((entry) => isCarriedOver(entry, year)).map(({ number }) => number);
    const set = opening[kind];
    if (set !== undefined && set !== carried.length) wrong.push(`${columns[kind]}: ${openingFault(set, carried, year)}`);
  }
  const [left, right, sum] = sidesOf(table, "total");
  if (left !== right) wrong.push(`${columns.total}: ${sum}`);
  if (wrong.length > 0) throw new ZhengwenError("report_unbalanced", `the table of ${year} does not balance\n  ${wrong.join("\n  ")}`);
}

function sidesOf({ rows }: DisclosureTable, column: FormColumn): readonly [left: number, right: number, said: string] {
  const { new: received, carried_over, handled, carried_forward } = rows;
  const left = received[column] + carried_over[column];
  const right = handled[column] + carried_forward[column];
  const sum = `一 ${received[column]} + 二 ${carried_over[column]} = ${left}, but 三（七） ${handled[column]} + 四 ${carried_forward[column]} = ${right}`;
  return [left, right, sum];
}

function openingFault(set: number, carried: readonly string[], year: number): string {
  const held = carried.length === 0 ? "none" : `${carried.length}: ${named(carried)}`;
  return `the opening balance is ${set}, and of the requests received before ${year} and open on ${boundsOf(year).first} the register holds ${held}. Add the missing ones with their day of receipt, or set the balance right`;
}

/** What an entry that touches the year contradicts itself in. Of another year's entries nothing is asked here. */
function faultyEntries(entries: readonly RegisterEntry[], year: number): readonly { entry: RegisterEntry; fault: string }[] {
  const seen = new Set<string>();
  return entries.flatMap((entry) => {
    const isTwice = seen.has(entry.number);
    seen.add(entry.number);
    if (!standsLeft(entry, year) && !standsRight(entry, year)) return [];
    const fault = isTwice ? "is in the register twice" : faultOf(entry, year);
    return fault === null ? [] : [{ entry, fault }];
  });
}

function faultOf(entry: RegisterEntry, year: number): string | null {
  const { applicant, receivedOn, endedOn, result, closed } = entry;
  if (applicant === null) return "does not say what kind of applicant asks";
  if (receivedOn === null) return `ended on ${endedOn} and has no day of receipt`;
  if (endedOn !== null && endedOn < receivedOn) return `ended on ${endedOn}, before it was received on ${receivedOn}`;
  if (isHandled(entry, year) && result === null) return `ended on ${endedOn} without a result that the form counts`;
  if (closed && endedOn === null) return "is closed and has no ending day";
  return null;
}

function standsLeft(entry: RegisterEntry, year: number): boolean {
  return isNew(entry, year) || isCarriedOver(entry, year);
}

function standsRight(entry: RegisterEntry, year: number): boolean {
  return (isHandled(entry, year) && entry.result !== null) || isCarriedForward(entry, year);
}

function named(numbers: readonly string[]): string {
  const rest = numbers.length - namedAtMost;
  return `${numbers.slice(0, namedAtMost).join("、")}${rest > 0 ? ` and ${rest} more` : ""}`;
}
