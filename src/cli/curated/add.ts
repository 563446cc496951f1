import { readFile } from "node:fs/promises";
import { Command } from "commander";
import { readCuratedDraft } from "../../answer/curated/draft.js";
import { ZhengwenError } from "../../domain/errors.js";
import { withServices } from "../with-services.js";

/** `zhengwen curated add FILE.yml` */
export function addCommand(): Command {
  return new Command("add")
    .description("keep a reviewed question with its answer as a draft; residents hear it once a second person approves it")
    .argument("<file>", "a YAML file as docs/curated-answers.md shows")
    .requiredOption("--by <name>", "who wrote it, as `zhengwen staff list` names them")
    .option("--json", "print one JSON value")
    .addHelpText("after", "\nExample:\n  zhengwen curated add 居住证.yml --by 李经办")
    .action(async (file: string, options: { by: string; json?: boolean }) => {
      const yaml = await readFile(file, "utf8").catch((cause) => {
        throw new ZhengwenError("not_found", `cannot read ${file}`, { cause });
      });
      const draft = readCuratedDraft(yaml);
      await withServices(async ({ curated }) => {
        const id = curated.add(draft, options.by);
        process.stdout.write(
          options.json
            ? `${JSON.stringify({ id, state: "draft" })}\n`
            : `第 ${id} 条，待审核。请另一位负责人审核：zhengwen curated approve ${id} --by 姓名\n`,
        );
      });
    });
}
