import { writeFile } from "node:fs/promises";
import { extname } from "node:path";
import { ZhengwenError } from "../../domain/errors.js";

/** The format: as named, else as the name of the file says, else the first. Throws `wrong_use`. */
export function formatOf<Format extends string>(
  named: string | undefined,
  out: string | undefined,
  formats: readonly [Format, ...Format[]],
): Format {
  const wanted = named ?? (out === undefined ? "" : extname(out).slice(1).toLowerCase());
  const format = formats.find((each) => each === wanted);
  if (named !== undefined && format === undefined) {
    throw new ZhengwenError("wrong_use", `--format takes one of ${formats.join(", ")}, not ${named}`);
  }
  return format ?? formats[0];
}

/** Writes a report to a file, or to stdout; a workbook only to a file. Throws `wrong_use`. */
export async function writeOutput(content: string | Buffer, out: string | undefined): Promise<void> {
  if (out === undefined) {
    if (typeof content !== "string") throw new ZhengwenError("wrong_use", "a workbook goes to a file: add --out FILE.xlsx");
    process.stdout.write(content);
    return;
  }
  await writeFile(out, content).catch((cause: Error) => {
    throw new ZhengwenError("wrong_use", `cannot write ${out}: ${cause.message}`, { cause });
  });
  process.stderr.write(`written: ${out}\n`);
}
