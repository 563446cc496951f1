import { Command } from "commander";
import { actCommand, approveCommand } from "./requests/act.js";
import { addCommand } from "./requests/add.js";
import { fileCommand } from "./requests/file.js";
import { listCommand } from "./requests/list.js";
import { proposalsCommand, tellCommand } from "./requests/proposals.js";
import { showCommand } from "./requests/show.js";

const examples = `
Examples:
  zhengwen requests list
  zhengwen requests show YSQ-2026-000001
  zhengwen requests act YSQ-2026-000001 confirmed --by 李经办
  zhengwen requests approve YSQ-2026-000001 --by 王主任
  zhengwen requests file YSQ-2026-000001 --out 案卷 --by 李经办`;

/** `zhengwen requests`: the work of staff without a console. */
export function requestsCommand(): Command {
  return new Command("requests")
    .description("work on requests without the console: list, show, act, approve, add, file")
    .addHelpText("after", examples)
    .addCommand(listCommand())
    .addCommand(showCommand())
    .addCommand(actCommand())
    .addCommand(approveCommand())
    .addCommand(addCommand())
    .addCommand(fileCommand())
    .addCommand(proposalsCommand())
    .addCommand(tellCommand());
}
