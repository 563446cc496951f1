import { Command } from "commander";
import { withServices } from "../with-services.js";
import { answerId } from "./answer-id.js";

/** `zhengwen curated withdraw ID` */
export function withdrawCommand(): Command {
  return new Command("withdraw")
    .description("take an answer away; it stays readable to staff")
    .argument("<id>", "its number in the list")
    .requiredOption("--by <name>", "who takes it away")
    .requiredOption("--because <reason>", "why")
    .addHelpText("after", "\nExample:\n  zhengwen curated withdraw 3 --by 王主任 --because 办理地点变了")
    .action(async (id: string, { by, because }: { by: string; because: string }) => {
      await withServices(async ({ curated }) => {
        curated.withdraw(answerId(id), by, because);
        process.stdout.write(`第 ${id} 条已经撤下。\n`);
      });
    });
}
