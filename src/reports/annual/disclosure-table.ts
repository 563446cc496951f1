import { type ApplicantKind, applicantKinds } from "../../domain/disclosure-outcome.js";
import { type AnnualReportForm, type FormRow, formRows, resultRows } from "../../knowledge/annual-report.js";
import { assertBalanced } from "./balance.js";
import { isCarriedForward, isCarriedOver, isHandled, isNew, type OpeningBalance, type RegisterEntry } from "./register-entry.js";

/** The form's columns: six kinds of applicants, and their total. */
export const formColumns = [...applicantKinds, "total"] as const;
export type FormColumn = (typeof formColumns)[number];

/** The numbers of one row. */
export type FormCounts = Readonly<Record<FormColumn, number>>;

/** 收到和处理政府信息公开申请情况: the numbers of each row. */
export type DisclosureTable = { readonly year: number; readonly rows: Readonly<Record<FormRow, FormCounts>> };

type Given = {
  readonly form: Pick<AnnualReportForm, "rowOf" | "disclosure">;
  readonly year: number;
  readonly entries: readonly RegisterEntry[];
  readonly opening: OpeningBalance;
};

/**
 * The yearly form's table of disclosure requests (政府信息公开条例 Arts. 49, 50; 国办公开办函〔2021〕30号). Each entry counts once, with the result
 * in which it stands: one opened again after an annulment is open until it is decided anew.
 *
 * An opening balance takes the place of the number computed for 二 in its column: it is what last year's report carried forward. The
 * requests themselves must be in the register, with their own day of receipt; while they are not, the table does not balance.
 * @throws ZhengwenError `report_unbalanced` naming column and requests, when 一 + 二 is not 三's total + 四 or an entry cannot be counted
 */
export function disclosureTable({ form, year, entries, opening }: Given): DisclosureTable {
  const count = (counts: (entry: RegisterEntry) => boolean) => countsOf((kind) => ofKind(entries, kind).filter(counts).length);
  const results = resultRows.map((row) => {
    const counted = (entry: RegisterEntry) => isHandled(entry, year) && entry.result !== null && form.rowOf(entry.result) === row;
    return [row, count(counted)] as const;
  });
  const carriedOver = countsOf(
    (kind) => opening[kind] ?? ofKind(entries, kind).filter((entry: RegisterEntry) => isCarriedOver(entry, year)).length,
  );
  const rows = new Map<FormRow, FormCounts>([
    ["new", count((entry) => isNew(entry, year))],
    ["carried_over", carriedOver],
    ...results,
    ["handled", countsOf((kind) => results.reduce((sum, [, counts]) => sum + counts[kind], 0))],
    ["carried_forward", count((entry) => isCarriedForward(entry, year))],
  ]);
  const table = { year, rows: Object.fromEntries(formRows.map((row) => [row, rows.get(row)])) as DisclosureTable["rows"] };
  assertBalanced({ table, form, entries, opening });
  return table;
}

function countsOf(count: (kind: ApplicantKind) => number): FormCounts {
  const counts = applicantKinds.map((kind) => [kind, count(kind)] as const);
  const total = counts.reduce((sum, [, number]) => sum + number, 0);
  return { ...(Object.fromEntries(counts) as Record<ApplicantKind, number>), total };
}

function ofKind(entries: readonly RegisterEntry[], kind: ApplicantKind): readonly RegisterEntry[] {
  return entries.filter(({ applicant }) => applicant === kind);
}
