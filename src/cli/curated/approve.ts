import { Command } from "commander";
import { withServices } from "../with-services.js";
import { answerId } from "./answer-id.js";

/** `zhengwen curated approve ID` */
export function approveCommand(): Command {
  return new Command("approve")
    .description("publish a draft that somebody else wrote, or again what went stale; its citations are checked anew")
    .argument("<id>", "its number in the list")
    .requiredOption("--by <name>", "a head or an admin, not the author")
    .addHelpText("after", "\nExample:\n  zhengwen curated approve 3 --by 王主任")
    .action(async (id: string, { by }: { by: string }) => {
      await withServices(async ({ curated }) => {
        curated.approve(answerId(id), by);
        process.stdout.write(`第 ${id} 条已经发布。\n`);
      });
    });
}
