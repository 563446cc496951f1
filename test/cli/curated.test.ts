import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCommand } from "../fixtures/command.js";
import { temporaryFolder } from "../fixtures/home.js";

/** The example that the documentation shows. */
const example = /```yaml\n([\s\S]*?)```/.exec(readFileSync("docs/curated-answers.md", "utf8"))?.[1] ?? "";

describe("zhengwen curated", () => {
  it("takes the documented example from a draft to what residents hear, and away again", { timeout: 120_000 }, async () => {
    const home = temporaryFolder();
    const file = join(home, "高龄津贴.yml");
    writeFileSync(file, example);
    const zhengwen = (...args: string[]) => runCommand(home, args);
    await zhengwen("staff", "add", "李经办", "--role", "handler");
    await zhengwen("staff", "add", "王主任", "--role", "head");
    expect(await zhengwen("curated", "add", file, "--by", "李经办", "--json")).toMatchObject({
      code: 0,
      stdout: '{"id":1,"state":"draft"}\n',
    });
    expect(await zhengwen("curated", "approve", "1", "--by", "李经办")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("不是负责人"),
    });
    expect(await zhengwen("curated", "approve", "1", "--by", "王主任")).toMatchObject({ code: 0 });
    const asked = await zhengwen("ask", "九十岁老人高龄津贴一个月发多少", "--json");
    expect(JSON.parse(asked.stdout)).toMatchObject({
      kind: "answer",
      outcome: "answered",
      text: expect.stringContaining("每人每月160元。[1]"),
      citations: [{ article: "第三条" }, { article: "第四条" }],
    });
    expect((await zhengwen("curated", "list")).stdout).toContain("使用中  1 次  90岁的老人每月高龄津贴有多少？");
    expect((await zhengwen("curated", "show", "1")).stdout).toContain("[1] 《木棉街道高龄津贴发放标准》第三条：");
    expect(await zhengwen("curated", "check")).toMatchObject({ code: 0, stdout: "1 条，其中 0 条依据变了\n" });
    expect(await zhengwen("curated", "check", "--as-of", "2026-01-01")).toMatchObject({ code: 1 });
    await zhengwen("curated", "withdraw", "1", "--by", "王主任", "--because", "试用结束");
    expect(JSON.parse((await zhengwen("curated", "list", "--state", "withdrawn", "--json")).stdout)).toMatchObject([{ id: 1, hits: 1 }]);
  });

  it("says what to do with a file that it refuses", { timeout: 60_000 }, async () => {
    const home = temporaryFolder();
    const file = join(home, "坏.yml");
    writeFileSync(file, example.replace("160元", "180元"));
    await runCommand(home, ["staff", "add", "李经办", "--role", "handler"]);
    const refused = await runCommand(home, ["curated", "add", file, "--by", "李经办"]);
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining("“180元”在引用的条文里没有") });
  });
});
