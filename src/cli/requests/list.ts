import { Command, Option } from "commander";
import { dayInShanghai } from "../../domain/plain-date.js";
import { type RequestType, requestTypes } from "../../domain/request.js";
import { textTable } from "../../reports/text-table.js";
import { listRequests, openStates } from "../../store/request-reading.js";
import { warnOfCalendar, withCases } from "./parts.js";

type Options = { type?: RequestType; all?: true; overdue?: true; limit: string; json?: true };

/** `zhengwen requests list`: what is open, what is due first comes first. */
export function listCommand(): Command {
  return new Command("list")
    .description("requests by due date; those that are over with --all")
    .addOption(new Option("--type <type>", "only this type").choices(requestTypes))
    .option("--all", "also those that have ended")
    .option("--overdue", "only what is late")
    .option("--limit <n>", "at most so many", "200")
    .option("--json", "print one JSON value")
    .addHelpText("after", "\nExamples:\n  zhengwen requests list\n  zhengwen requests list --type disclosure --overdue")
    .action(async (options: Options) => {
      await withCases((parts) => {
        const { store, knowledge, clock } = parts;
        const today = dayInShanghai(clock());
        const { rows } = listRequests(store, {
          types: options.type ? [options.type] : null,
          states: options.all ? null : openStates,
          order: "due",
          after: null,
          limit: Math.min(10_000, Math.max(1, Number(options.limit) || 200)),
        });
        const listed = rows
          .map((row) => ({ ...row, isOverdue: row.endedOn === null && row.dueOn !== null && row.dueOn < today }))
          .filter((row) => !options.overdue || row.isOverdue);
        if (options.json) {
          process.stdout.write(`${JSON.stringify(listed)}\n`);
        } else if (listed.length === 0) {
          process.stdout.write("没有要办的事项。\n");
        } else {
          const words = knowledge.console;
          const lines = textTable(
            [{ title: "受理编号" }, { title: "类型" }, { title: "到了哪一步" }, { title: "办理期限" }, { title: "" }, { title: "归类" }],
            listed.map((row) => [
              row.number,
              words.requestTypes[row.type],
              knowledge.lifecycles.of(row.type).phases[row.phase]?.label ?? words.requestStates[row.state],
              row.dueAt?.slice(0, 16).replace("T", " ") ?? row.dueOn ?? "待定",
              row.isOverdue ? "超期" : "",
              [row.categoryLevel1, row.categoryLevel2].filter((level) => level !== null).join("·"),
            ]),
          );
          process.stdout.write(`${lines.join("\n")}\n`);
        }
        warnOfCalendar(parts);
      });
    });
}
