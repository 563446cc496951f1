import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Command } from "commander";
import { dayInShanghai, shanghaiTime } from "../../domain/plain-date.js";
import { writeCaseFile } from "../../requests/casework/case-file.js";
import { findCase } from "../../requests/casework/find-case.js";
import { record } from "../../requests/record.js";
import { audit } from "../../store/audit-log.js";
import { staffMember, withCases } from "./parts.js";

/** `zhengwen requests file`: the complete case file of a request, for the archive (政府信息公开条例 Art. 45, 档案法). */
export function fileCommand(): Command {
  return new Command("file")
    .description("write the complete case file for the archive: application, events, dates, letters, conversation")
    .argument("<number>", "receipt number")
    .requiredOption("--out <folder>", "where it goes; a folder of the receipt number is made in it")
    .requiredOption("--by <name>", "who takes it out; it holds personal data")
    .option("--json", "print one JSON value")
    .addHelpText("after", "\nExample:\n  zhengwen requests file YSQ-2026-000001 --out 案卷 --by 李经办")
    .action(async (number: string, options: { out: string; by: string; json?: true }) => {
      await withCases(async (parts) => {
        const by = staffMember(parts, options.by).name;
        const request = findCase(parts.store, number);
        const folder = join(options.out, request.number);
        await mkdir(folder, { recursive: true });
        const files = await writeCaseFile(parts, request, by);
        for (const { name, content } of files) await writeFile(join(folder, name), content);
        parts.store.transaction(() => {
          if (request.endedOn !== null)
            record(parts, request, [{ event: "archived", actor: by, detail: { on: dayInShanghai(parts.clock()) } }]);
          audit(parts.store, { at: shanghaiTime(parts.clock()), actor: by, action: "case_file_written", subject: request.number });
        });
        const names = files.map(({ name }) => join(folder, name));
        process.stdout.write(options.json ? `${JSON.stringify({ folder, files: names })}\n` : `${names.join("\n")}\n`);
      });
    });
}
