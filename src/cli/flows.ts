import { Command } from "commander";
import { affectedCommand } from "./flows/affected.js";
import { checkCommand } from "./flows/check.js";
import { listCommand } from "./flows/list.js";
import { showCommand } from "./flows/show.js";
import { tryCommand } from "./flows/try.js";

/** `zhengwen flows`: the questionnaires that compute a resident's own case. */
export function flowsCommand(): Command {
  const flows = new Command("flows").description("questionnaires that compute a resident's own case by the articles in force");
  for (const command of [listCommand(), checkCommand(), showCommand(), tryCommand(), affectedCommand()]) flows.addCommand(command);
  return flows.addHelpText(
    "after",
    `
Examples:
  zhengwen flows list
  zhengwen flows check
  zhengwen flows try annual_leave
  zhengwen flows affected 职工带薪年休假条例 第三条`,
  );
}
