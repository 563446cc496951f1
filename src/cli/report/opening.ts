import { Command, Option } from "commander";
import type { Clock } from "../../domain/clock.js";
import { type ApplicantKind, applicantKinds } from "../../domain/disclosure-outcome.js";
import { setOpeningBalance } from "../../store/disclosure-register.js";
import { countOption } from "../options.js";
import { withArchive } from "../with-archive.js";
import { actOption, yearOption } from "./options.js";

type Options = { year: string; kind: ApplicantKind; requests: string; by: string };

const most = 100_000;
const help = `
It is what last year's report carried forward, and stands in row 二 in place of the number computed. The requests themselves belong in
the register with their own day of receipt: while they are missing, the table does not balance and says so.

Example:
  zhengwen report opening --year 2026 --kind natural_person --requests 3 --by 陈主任`;

/** `zhengwen report opening`: 上年结转 of a year and kind of applicant, where it is not to be computed. */
export function openingCommand(clock: Clock): Command {
  return new Command("opening")
    .description("set what was carried over from last year, by kind of applicant")
    .requiredOption("--year <year>", "the year into which they were carried")
    .addOption(new Option("--kind <kind>", "kind of applicant").choices(applicantKinds).makeOptionMandatory())
    .requiredOption("--requests <n>", "how many")
    .requiredOption("--by <name>", "who enters it")
    .addHelpText("after", help)
    .action(async (options: Options) => {
      const year = yearOption(options.year, clock);
      const requests = countOption("--requests", options.requests, 0, most);
      const act = actOption(options.by, clock);
      await withArchive(({ store }) => setOpeningBalance(store, { year, kind: options.kind, requests }, act));
      process.stdout.write(`${year} ${options.kind}: ${requests}\n`);
    });
}
