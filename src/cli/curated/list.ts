import { Command, Option } from "commander";
import { type CuratedState, curatedStates } from "../../domain/curated-answer.js";
import { listCuratedAnswers } from "../../store/curated-answers.js";
import { withServices } from "../with-services.js";

/** `zhengwen curated list` */
export function listCommand(): Command {
  return new Command("list")
    .description("all curated answers: what went stale first, then drafts, published and withdrawn ones, the most said first")
    .addOption(new Option("--state <state>", "only these").choices(curatedStates))
    .option("--json", "print one JSON value")
    .addHelpText("after", "\nExamples:\n  zhengwen curated list\n  zhengwen curated list --state stale --json")
    .action(({ state, json }: { state?: CuratedState; json?: boolean }) =>
      withServices(async ({ store, knowledge }) => {
        const all = listCuratedAnswers(store, { state: state ?? null, after: 0, limit: 100_000 });
        if (json) {
          process.stdout.write(`${JSON.stringify(all)}\n`);
          return;
        }
        for (const { id, question, standing, hits } of all)
          process.stdout.write(`${String(id).padStart(4)}  ${knowledge.console.curatedStates[standing.state]}  ${hits} 次  ${question}\n`);
        process.stdout.write(`${all.length} 条\n`);
      }),
    );
}
