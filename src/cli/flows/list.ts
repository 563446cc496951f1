import { Command } from "commander";
import { readFlows } from "./flow-named.js";

/** `zhengwen flows list` */
export function listCommand(): Command {
  return new Command("list")
    .description("all flows, with how many questions, outcomes and cases each has")
    .option("--json", "print one JSON value")
    .addHelpText("after", "\nExample:\n  zhengwen flows list --json")
    .action((options: { json?: boolean }) => {
      const { flows, refused } = readFlows();
      const rows = flows.map(({ id, title, for: whom, nodes, outcomes, cases }) => ({
        id,
        title,
        for: whom,
        questions: Object.keys(nodes).length,
        outcomes: Object.keys(outcomes).length,
        cases: cases.length,
      }));
      if (options.json) {
        process.stdout.write(`${JSON.stringify({ flows: rows, refused })}\n`);
        return;
      }
      for (const { id, title, questions, outcomes, cases } of rows)
        process.stdout.write(`${id.padEnd(28)} ${title}  (${questions} questions, ${outcomes} outcomes, ${cases} cases)\n`);
      const files = new Set(refused.map(({ file }) => file)).size;
      process.stdout.write(`${rows.length} flows${files > 0 ? `; ${files} files refused: zhengwen flows check` : ""}\n`);
    });
}
