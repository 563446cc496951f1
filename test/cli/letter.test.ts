import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { stringify } from "yaml";
import { letterCommand } from "../../src/cli/letter.js";
import { letterKinds } from "../../src/domain/letter.js";
import { temporaryFolder } from "../fixtures/home.js";
import { allFacts } from "../fixtures/letter-facts.js";

/** What the command prints. */
async function run(...given: string[]): Promise<string> {
  let printed = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  vi.spyOn(process.stderr, "write").mockImplementation(() => true);
  await letterCommand().exitOverride().parseAsync(given, { from: "user" });
  return printed;
}

/** A file with these facts. */
function factsFile(facts: unknown, name = "facts.yml"): string {
  const file = join(temporaryFolder(), name);
  writeFileSync(file, typeof facts === "string" ? facts : stringify(facts));
  return file;
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe("zhengwen letter", () => {
  it("prints a letter as text", async () => {
    const printed = await run("refused", "--facts", factsFile(allFacts));
    expect(printed).toContain("政府信息不予公开告知书\n");
    expect(printed).toContain("第十六条第二款");
  });

  it("reads facts as JSON too, and prints the letter's parts as one JSON value", async () => {
    const facts = factsFile(JSON.stringify(allFacts), "facts.json");
    expect(JSON.parse(await run("granted", "--facts", facts, "--json"))).toMatchObject({
      kind: "granted",
      number: "木棉街公开告〔2026〕1号",
    });
  });

  it("writes a page to a file and says where", async () => {
    const out = join(temporaryFolder(), "letter.html");
    expect(await run("receipt", "--facts", factsFile(allFacts), "--format", "html", "--out", out)).toContain(out);
    expect(readFileSync(out, "utf8")).toContain("<!doctype html>");
  });

  it("writes a Word document to a file", async () => {
    const out = join(temporaryFolder(), "letter.docx");
    await run("receipt", "--facts", factsFile(allFacts), "--format", "docx", "--out", out);
    expect(readFileSync(out).subarray(0, 2).toString()).toBe("PK");
  });

  it("does not print a Word document into the terminal", async () => {
    await expect(run("receipt", "--facts", factsFile(allFacts), "--format", "docx")).rejects.toMatchObject({ code: "wrong_use" });
  });

  it("lists every kind with title, articles and required elements", async () => {
    const printed = await run("--list");
    for (const kind of letterKinds)
      expect(printed).toMatch(new RegExp(`^${kind}  .+\\n  依据：.+\\n  必须有：sequence（文号的顺序号）`, "m"));
  });

  it("lists as one JSON value", async () => {
    const listed = JSON.parse(await run("--list", "--json")) as { kind: string }[];
    expect(listed.map(({ kind }) => kind)).toEqual([...letterKinds]);
    expect(listed.find(({ kind }) => kind === "refused")).toMatchObject({ title: "政府信息不予公开告知书", remedies: "by_ground" });
  });

  it("names in Chinese what the facts lack", async () => {
    const { ground: _, ...facts } = allFacts;
    await expect(run("refused", "--facts", factsFile(facts))).rejects.toMatchObject({
      code: "letter_incomplete",
      message: expect.stringContaining("缺少：拒绝理由的依据"),
    });
  });

  it.each([
    ["a misspelt element", { ...allFacts, aplicant: "张明" }, "aplicant"],
    ["a day that no calendar has", { ...allFacts, signedOn: "2026-02-30" }, "signedOn"],
    ["an unknown ground", { ...allFacts, ground: "no_time" }, "ground"],
    ["a number below one", { ...allFacts, sequence: 0 }, "sequence"],
    ["a list", [allFacts], "object"],
    ["broken YAML", "applicant: [", ""],
    ["an empty file", "", ""],
  ])("says where the facts do not fit: %s", async (_, facts, where) => {
    const file = factsFile(facts);
    await expect(run("granted", "--facts", file)).rejects.toMatchObject({
      code: "facts_unreadable",
      message: expect.stringMatching(new RegExp(`facts.yml: [\\s\\S]*${where}`)),
    });
  });

  it("says when the facts or the folder of --out are not there", async () => {
    await expect(run("granted", "--facts", "nowhere.yml")).rejects.toMatchObject({ code: "facts_unreadable" });
    const out = join(temporaryFolder(), "none", "letter.txt");
    await expect(run("granted", "--facts", factsFile(allFacts), "--out", out)).rejects.toMatchObject({ code: "wrong_use" });
  });

  it("wants a kind and facts, and knows only its kinds", async () => {
    await expect(run()).rejects.toMatchObject({ code: "wrong_use" });
    await expect(run("refused")).rejects.toMatchObject({ code: "wrong_use" });
    await expect(run("invitation", "--facts", "facts.yml")).rejects.toThrow(/invitation/);
  });
});
