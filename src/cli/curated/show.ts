import { Command } from "commander";
import { ZhengwenError } from "../../domain/errors.js";
import { findCuratedAnswer } from "../../store/curated-answers.js";
import { withServices } from "../with-services.js";
import { answerId } from "./answer-id.js";

/** `zhengwen curated show ID` */
export function showCommand(): Command {
  return new Command("show")
    .description("one curated answer with its phrasings, citations and hits")
    .argument("<id>", "its number in the list")
    .option("--json", "print one JSON value")
    .addHelpText("after", "\nExample:\n  zhengwen curated show 3")
    .action((id: string, { json }: { json?: boolean }) =>
      withServices(async ({ store, knowledge }) => {
        const found = findCuratedAnswer(store, answerId(id));
        if (!found) throw new ZhengwenError("not_found", `没有第 ${id} 条精选问答`);
        if (json) {
          process.stdout.write(`${JSON.stringify(found)}\n`);
          return;
        }
        const { question, phrasings, place, answer, citations, author, standing, hits } = found;
        const lines = [
          question,
          ...phrasings.map((text) => `  也问：${text}`),
          `${knowledge.console.curatedStates[standing.state]}，${place.replaceAll("/", " ")}，${author} 写，答复过 ${hits} 次`,
          ...(standing.state === "stale"
            ? [
                `《${standing.staleness.document}》${standing.staleness.article ?? ""}${knowledge.console.staleReasons[standing.staleness.reason]}`,
              ]
            : []),
          "",
          answer.trim(),
          "",
          ...citations.map(
            ({ document, article, heading, quote }, index) => `[${index + 1}] 《${document}》${article ?? heading ?? ""}：${quote}`,
          ),
        ];
        process.stdout.write(`${lines.join("\n")}\n`);
      }),
    );
}
