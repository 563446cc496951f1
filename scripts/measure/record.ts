import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const file = "docs/benchmarks.md";

/** Puts a measured text between the markers of its name in docs/benchmarks.md, with commit and date; a new name is added at the end. */
export function record(name: string, text: string): void {
  const before = existsSync(file) ? readFileSync(file, "utf8") : "# Benchmarks\n";
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
  const block = `<!-- ${name} -->\n${text}\n\nCommit ${commit}, ${new Date().toISOString().slice(0, 10)}.\n<!-- /${name} -->`;
  const known = new RegExp(`<!-- ${name} -->[\\s\\S]*<!-- /${name} -->`);
  writeFileSync(file, known.test(before) ? before.replace(known, () => block) : `${before.trimEnd()}\n\n${block}\n`);
}
