import { Command } from "commander";
import type { Clock } from "../../domain/clock.js";
import { loadAnnualReportForm } from "../../knowledge/annual-report.js";
import { knowledgeFolder } from "../../paths.js";
import { csvOf } from "../../reports/csv.js";
import { registerOfYear, registerRows } from "../../reports/register.js";
import { tableCells, workbookOf } from "../../reports/workbook.js";
import { readRegister } from "../../store/disclosure-register.js";
import { withArchive } from "../with-archive.js";
import { yearOption } from "./options.js";
import { formatOf, writeOutput } from "./output.js";

const formats = ["csv", "xlsx"] as const;
const widths = [18, 14, 14, 24, 12, 12, 12, 32, 40];

/** `zhengwen report register`: the register of disclosure requests, without personal data. */
export function registerCommand(clock: Clock): Command {
  return new Command("register")
    .description("the register of disclosure requests: received in a year, carried into it, or filed in it and not yet confirmed")
    .requiredOption("--year <year>", "the year")
    .option("--format <format>", `${formats.join(", ")}; default as the file's name says, else csv`)
    .option("--out <file>", "write to a file; a workbook needs one")
    .addHelpText("after", "\nExample:\n  zhengwen report register --year 2026 --out 登记簿.xlsx")
    .action(async (options: { year: string; format?: string; out?: string }) => {
      const year = yearOption(options.year, clock);
      const format = formatOf(options.format, options.out, formats);
      const form = loadAnnualReportForm(knowledgeFolder);
      const rows = await withArchive(({ knowledge, store }) =>
        registerRows(form, knowledge.console.requestStates, registerOfYear(readRegister(store), year)),
      );
      const content = format === "csv" ? csvOf(rows) : await workbookOf([{ name: form.register.title, cells: tableCells(rows), widths }]);
      await writeOutput(content, options.out);
    });
}
