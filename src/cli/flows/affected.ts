import { Command } from "commander";
import { placesOfArticle } from "../../eligibility/affected.js";
import { readFlows } from "./flow-named.js";

/** `zhengwen flows affected DOCUMENT ARTICLE` */
export function affectedCommand(): Command {
  return new Command("affected")
    .description("which flows change when this article changes, with file and line")
    .argument("<document>", "the title of a law or of one of our documents")
    .argument("[article]", "as 第三条; without it, every article of the document")
    .option("--json", "print one JSON value")
    .addHelpText(
      "after",
      "\nExamples:\n  zhengwen flows affected 职工带薪年休假条例 第三条\n  zhengwen flows affected 职工带薪年休假条例 --json",
    )
    .action((document: string, article: string | undefined, options: { json?: boolean }) => {
      const found = placesOfArticle(readFlows().flows, document, article ?? null);
      if (options.json) {
        process.stdout.write(`${JSON.stringify(found)}\n`);
        return;
      }
      for (const { flow, file, line, what, article: named } of found) process.stdout.write(`${flow}  ${file}:${line}  ${what}  ${named}\n`);
      process.stdout.write(`${new Set(found.map(({ flow }) => flow)).size} flows\n`);
    });
}
