import { systemClock } from "../../domain/clock.js";
import { ZhengwenError } from "../../domain/errors.js";
import type { CaseParts } from "../../requests/case-parts.js";
import { missingCalendar } from "../../requests/missing-calendar.js";
import { sweep } from "../../requests/sweep.js";
import { findStaff, type StaffMember } from "../../store/staff.js";
import { withArchive } from "../with-archive.js";

/** Opens what requests are worked with; what time alone did is written down first, so that nobody acts on yesterday's state. */
export async function withCases<T>(work: (parts: CaseParts) => T | Promise<T>): Promise<T> {
  return withArchive(async ({ knowledge, store, vault }) => {
    const parts: CaseParts = { knowledge, store, vault, clock: systemClock };
    for (const failed of sweep(parts).failed) process.stderr.write(`提醒：${failed}\n`);
    return work(parts);
  });
}

/**
 * The staff member that `--by` names.
 * @throws ZhengwenError `unknown_staff` for a name that nobody has, `approval_refused` for a reader
 */
export function staffMember({ store }: CaseParts, name: string): StaffMember {
  const found = findStaff(store, name.trim());
  if (!found)
    throw new ZhengwenError(
      "unknown_staff",
      `没有叫“${name}”的工作人员；先登记：zhengwen staff add ${name.trim() || "姓名"} --role handler`,
    );
  if (found.role === "reader") throw new ZhengwenError("approval_refused", `${found.name} 只能查看，不能办理（角色 reader）`);
  return found;
}

/** Says on stderr that a year's working days are not known yet although it is time (from 1 November on). */
export function warnOfCalendar(parts: CaseParts): void {
  const year = missingCalendar(parts);
  if (year !== null)
    process.stderr.write(
      `提醒：还没有${year}年的放假安排，跨到${year}年的答复日期算不出来。国务院公布后，请加上 knowledge/calendars/${year}.yml。\n`,
    );
}
