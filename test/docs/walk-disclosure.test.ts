import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it, vi } from "vitest";
import { temporaryFolder } from "../fixtures/home.js";
import { commandsOf, runCommand } from "../fixtures/walk.js";

const file = fileURLToPath(new URL("../../docs/walk-disclosure.md", import.meta.url));

/**
 * `WRITE_WALK=1 npx vitest run test/docs/walk-disclosure.test.ts` writes what the commands print into the document: read it before it is
 * committed.
 */
it("prints what the walk through a disclosure request shows, command by command", async () => {
  const folder = temporaryFolder();
  vi.stubEnv("ZHENGWEN_HOME", `${folder}/home`);
  const document = readFileSync(file, "utf8");
  let written = "";
  let rest = document;
  for (const step of commandsOf(document)) {
    const printed = await runCommand(step, folder);
    if (process.env["WRITE_WALK"]) {
      const typed = step.typed.map((line) => `> ${line}\n`).join("");
      const before = `$ ${step.command}\n${typed}${step.printed === "" ? "" : `${step.printed}\n`}`;
      const at = rest.indexOf(before);
      written += `${rest.slice(0, at)}$ ${step.command}\n${typed}${printed === "" ? "" : `${printed}\n`}`;
      rest = rest.slice(at + before.length);
    } else {
      expect(printed, `$ ${step.command}`).toBe(step.printed.trim());
    }
  }
  if (process.env["WRITE_WALK"]) writeFileSync(file, written + rest);
  vi.unstubAllEnvs();
}, 120_000);
