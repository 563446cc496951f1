import { Command, Option } from "commander";
import { systemClock } from "../domain/clock.js";
import { ZhengwenError } from "../domain/errors.js";
import { shanghaiTime } from "../domain/plain-date.js";
import { audit } from "../store/audit-log.js";
import { addStaff, allStaff, type StaffRole, staffRoles } from "../store/staff.js";
import { withArchive } from "./with-archive.js";

const roleLabels: Readonly<Record<StaffRole, string>> = { admin: "管理员", head: "负责人", handler: "经办人", reader: "只读" };

/** `zhengwen staff`: who works on requests. */
export function staffCommand(): Command {
  return new Command("staff")
    .description("who works on requests: handlers act, heads approve, readers look")
    .addHelpText(
      "after",
      "\nExamples:\n  zhengwen staff add 李经办 --role handler\n  zhengwen staff add 王主任 --role head\n  zhengwen staff list",
    )
    .addCommand(addCommand())
    .addCommand(listCommand());
}

function addCommand(): Command {
  return new Command("add")
    .description("add a staff member, or change the role of one who is there")
    .argument("<name>", "the name that --by takes")
    .addOption(new Option("--role <role>", "what they may do").choices(staffRoles).default("handler"))
    .option("--json", "print one JSON value")
    .action(async (given: string, { role, json }: { role: StaffRole; json?: true }) => {
      const name = given.trim();
      if (name === "" || name.length > 40) throw new ZhengwenError("wrong_use", "a name has 1 to 40 characters");
      const at = shanghaiTime(systemClock());
      await withArchive(({ store }) =>
        store.transaction(() => {
          addStaff(store, { name, role, at });
          audit(store, { at, actor: "cli", action: "staff_added", subject: name, detail: { role } });
        }),
      );
      process.stdout.write(json ? `${JSON.stringify({ name, role })}\n` : `${name}：${roleLabels[role]}\n`);
    });
}

function listCommand(): Command {
  return new Command("list")
    .description("all staff members with their roles")
    .option("--json", "print one JSON value")
    .action(async ({ json }: { json?: true }) => {
      await withArchive(({ store }) => {
        const all = allStaff(store);
        const lines = all.map(({ name, role }) => `${roleLabels[role]}  ${name}\n`);
        process.stdout.write(
          json
            ? `${JSON.stringify(all)}\n`
            : lines.length > 0
              ? lines.join("")
              : "还没有登记工作人员：zhengwen staff add 姓名 --role handler\n",
        );
      });
    });
}
