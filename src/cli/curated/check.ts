import { Command } from "commander";
import { stalenessOf } from "../../answer/curated/desk.js";
import { dayInShanghai } from "../../domain/plain-date.js";
import { listCuratedAnswers } from "../../store/curated-answers.js";
import { dateOption } from "../options.js";
import { withServices } from "../with-services.js";

/** `zhengwen curated check`: exit 1 when one is stale, or would be on that day. */
export function checkCommand(): Command {
  return new Command("check")
    .description("hold the published answers against the index, and take away what no longer holds; exit 1 when any is stale")
    .option("--as-of <date>", "only tell what would be stale on that day")
    .option("--json", "print one JSON value")
    .addHelpText("after", "\nExamples:\n  zhengwen curated check\n  zhengwen curated check --as-of 2027-01-01")
    .action((options: { asOf?: string; json?: boolean }) =>
      withServices(async ({ store, knowledge, retrieval, clock }) => {
        // opening the services has swept already
        const on = dateOption(options.asOf) ?? dayInShanghai(clock());
        const all = listCuratedAnswers(store, { state: null, after: 0, limit: 100_000 });
        const stale = all.flatMap((answer) => {
          const { standing } = answer;
          if (standing.state === "stale") return [{ id: answer.id, question: answer.question, ...standing.staleness }];
          const staleness = standing.state === "published" ? stalenessOf(answer, on, { knowledge, retrieval }) : null;
          return staleness ? [{ id: answer.id, question: answer.question, ...staleness }] : [];
        });
        if (options.json) process.stdout.write(`${JSON.stringify({ checked: all.length, stale })}\n`);
        else {
          for (const { id, question, document, article, reason } of stale)
            process.stdout.write(`第 ${id} 条“${question}”：《${document}》${article ?? ""}${knowledge.console.staleReasons[reason]}\n`);
          process.stdout.write(`${all.length} 条，其中 ${stale.length} 条依据变了\n`);
        }
        if (stale.length > 0) process.exitCode = 1;
      }),
    );
}
