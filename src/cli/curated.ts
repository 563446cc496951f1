import { Command } from "commander";
import { addCommand } from "./curated/add.js";
import { approveCommand } from "./curated/approve.js";
import { checkCommand } from "./curated/check.js";
import { listCommand } from "./curated/list.js";
import { showCommand } from "./curated/show.js";
import { withdrawCommand } from "./curated/withdraw.js";

/** `zhengwen curated`: answers that staff reviewed, said before any other. */
export function curatedCommand(): Command {
  const curated = new Command("curated").description(
    "answers that staff wrote and a second person approved, said before any other (精选问答)",
  );
  for (const command of [addCommand(), listCommand(), showCommand(), approveCommand(), withdrawCommand(), checkCommand()])
    curated.addCommand(command);
  return curated.addHelpText(
    "after",
    `
Examples:
  zhengwen curated add 居住证.yml --by 李经办
  zhengwen curated list --state stale
  zhengwen curated show 3
  zhengwen curated approve 3 --by 王主任
  zhengwen curated withdraw 3 --by 王主任 --because 办理地点变了
  zhengwen curated check`,
  );
}
