import { describe, expect, it } from "vitest";
import { runCommand } from "../fixtures/command.js";
import { temporaryFolder } from "../fixtures/home.js";

describe("zhengwen flows", () => {
  it("lists, shows and tells what an article's change affects", async () => {
    const home = temporaryFolder();
    const list = await runCommand(home, ["flows", "list", "--json"]);
    expect(JSON.parse(list.stdout)).toMatchObject({
      flows: expect.arrayContaining([expect.objectContaining({ id: "annual_leave" })]),
      refused: [],
    });
    expect((await runCommand(home, ["flows", "show", "annual_leave"])).stdout).toContain("《职工带薪年休假条例》第三条");
    const affected = await runCommand(home, ["flows", "affected", "职工带薪年休假条例", "第四条", "--json"]);
    expect(JSON.parse(affected.stdout)).toContainEqual(expect.objectContaining({ flow: "annual_leave", what: "outcome sick_too_long" }));
  });

  it("checks all of them, and goes through one in the terminal", async () => {
    const home = temporaryFolder();
    const check = await runCommand(home, ["flows", "check"]);
    expect(check).toMatchObject({ code: 0, stdout: expect.stringContaining(" 0 complaints") });
    const answers = ["满了", "2015年9月1日", "没有寒暑假", "都没有"];
    const tried = await runCommand(home, ["flows", "try", "annual_leave", ...answers, "--as-of", "2026-11-23", "--json"]);
    expect(JSON.parse(tried.stdout).at(-1)).toMatchObject({ kind: "answer", outcome: "answered", text: expect.stringContaining("10 天") });
  });

  it("names the flows that there are when asked for another", async () => {
    const shown = await runCommand(temporaryFolder(), ["flows", "show", "moon"]);
    expect(shown).toMatchObject({ code: 1, stderr: expect.stringContaining("annual_leave") });
  });
});
