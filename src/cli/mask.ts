import { Command } from "commander";
import { z } from "zod";
import { ZhengwenError } from "../domain/errors.js";
import { loadOffice, publicNumbersOf } from "../knowledge/office.js";
import { knowledgeFolder } from "../paths.js";
import { maskPersonalData } from "../text/mask.js";
import { runBatch } from "./batch.js";

type Options = { json?: boolean; batch?: string; out?: string };

const row = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

/** `zhengwen mask` */
export function maskCommand(): Command {
  return new Command("mask")
    .description("personal data in a text, replaced by marks")
    .argument("[text]", "the text to mask")
    .option("--json", "print {text, spans} as JSON; offsets are those of the text as given")
    .option("--batch <file>", "rows {id, text} as JSON lines")
    .option("--out <file>", "where the rows of --batch go, {id, text, spans} each")
    .addHelpText(
      "after",
      "\nExamples:\n  zhengwen mask 我叫陈大文，电话13800138000 --json\n  zhengwen mask --batch in.jsonl --out out.jsonl",
    )
    .action(async (text: string | undefined, options: Options) => {
      const own = publicNumbersOf(loadOffice(knowledgeFolder));
      if (options.batch !== undefined) {
        if (options.out === undefined) throw new ZhengwenError("wrong_use", "--batch needs --out");
        const malformed = await runBatch({
          in: options.batch,
          out: options.out,
          schema: row,
          answer: (each) => ({ id: each.id, ...maskPersonalData(each.text, own) }),
        });
        if (malformed > 0) process.exitCode = 1;
        return;
      }
      if (text === undefined) throw new ZhengwenError("wrong_use", "mask takes a text, or --batch with --out");
      const masked = maskPersonalData(text, own);
      process.stdout.write(options.json ? `${JSON.stringify(masked)}\n` : `${masked.text}\n`);
    });
}
