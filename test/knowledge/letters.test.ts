import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { disclosureOutcomes, refusalGrounds } from "../../src/domain/disclosure-outcome.js";
import { letterElementNames, letterKinds } from "../../src/domain/letter.js";
import { loadLetters } from "../../src/knowledge/letters.js";
import { knowledgeFolder } from "../../src/paths.js";
import { temporaryFolder } from "../fixtures/home.js";

/** A knowledge folder whose letters are changed. */
function changed(file: string, change: (yaml: string) => string): string {
  const folder = temporaryFolder();
  cpSync(join(knowledgeFolder, "letters"), join(folder, "letters"), { recursive: true });
  const path = join(folder, "letters", file);
  writeFileSync(path, change(readFileSync(path, "utf8")));
  return folder;
}

function refusal(file: string, what: string | RegExp) {
  return expect.objectContaining({
    code: "knowledge_invalid",
    message: expect.stringMatching(new RegExp(`${file}: .*${String(what)}`, "s")),
  });
}

describe("letters/", () => {
  const letters = loadLetters(knowledgeFolder);

  it("has a letter for every outcome and every step on the way", () => {
    expect(Object.keys(letters.templates)).toEqual([...letterKinds]);
    for (const outcome of disclosureOutcomes) expect(letters.templates[outcome].kind).toBe(outcome);
  });

  it("has a title of its own for every letter", () => {
    expect(new Set(letterKinds.map((kind) => letters.templates[kind].title)).size).toBe(letterKinds.length);
  });

  it("names every element in Chinese, and each is used by some letter", () => {
    const used = new Set(letterKinds.flatMap((kind) => [...letters.templates[kind].requires.flat(), ...letters.templates[kind].allows]));
    for (const element of letterElementNames) {
      expect(letters.elements[element]).toMatch(/\p{Script=Han}/u);
      if (element !== "sequence" && element !== "signedOn") expect(used).toContain(element);
    }
  });

  it("every ground rests on Art. 14, 15, 16 or 32, in the order of the law", () => {
    const articles = refusalGrounds.map((ground) => letters.grounds[ground].article.replace(/第.款$/, ""));
    const [a14, a15, a16, a32] = ["第十四条", "第十五条", "第十六条", "第三十二条"];
    expect(articles).toEqual([a14, a14, a14, a15, a32, a16, a16, a16]);
  });

  it("only a refusal by Art. 32 alone is left to the office", () => {
    expect(refusalGrounds.filter((ground) => letters.grounds[ground].remedies === "by_office")).toEqual(["third_party_objects"]);
  });

  it("is refused when an outcome has no letter", () => {
    const folder = changed("not_held.yml", (yaml) => yaml);
    rmSync(join(folder, "letters/not_held.yml"));
    expect(() => loadLetters(folder)).toThrow(refusal("not_held.yml", "no letter of this kind"));
  });

  it("is refused with a file that is no kind of letter", () => {
    const folder = changed("fee.yml", (yaml) => yaml);
    writeFileSync(join(folder, "letters/invitation.yml"), "kind: invitation\n");
    expect(() => loadLetters(folder)).toThrow(refusal("invitation.yml", "no letter is of this kind"));
  });

  it("is refused when a kind is missing, or another than the file's name", () => {
    expect(() => loadLetters(changed("fee.yml", (yaml) => yaml.replace("kind: fee\n", "")))).toThrow(refusal("fee.yml", "kind"));
    expect(() => loadLetters(changed("fee.yml", (yaml) => yaml.replace("kind: fee", "kind: receipt")))).toThrow(
      refusal("fee.yml", "the kind is receipt"),
    );
  });

  it.each(["{aplicant}", "{withheld}", "{agreed by}", "{}", "{applicant", "applicant}"])(
    "is refused with the unknown place %s",
    (place) => {
      const folder = changed("granted.yml", (yaml) => yaml.replace("\nshort:", `\n  - "写给${place}。"\nshort:`));
      expect(() => loadLetters(folder)).toThrow(refusal("granted.yml", "unknown place"));
    },
  );

  it("is refused when an element is required and never used, or unknown", () => {
    expect(() => loadLetters(changed("granted.yml", (yaml) => yaml.replace("requires: [", "requires: [searched, ")))).toThrow(
      refusal("granted.yml", "the element searched is never used"),
    );
    expect(() => loadLetters(changed("granted.yml", (yaml) => yaml.replace("requires: [", "requires: [sought, ")))).toThrow(
      refusal("granted.yml", "requires"),
    );
  });

  it("is refused when the short reply rests on what the letter can do without, or leaves no room", () => {
    expect(() => loadLetters(changed("not_held.yml", (yaml) => yaml.replace("查的范围：{searched}", "也可以问{organName}")))).toThrow(
      refusal("not_held.yml", "unknown place \\{organName\\}"),
    );
    expect(() => loadLetters(changed("fee.yml", (yaml) => yaml.replace("short:\n", `short:\n  - ${"很".repeat(100)}\n`)))).toThrow(
      refusal("fee.yml", "the short reply has"),
    );
  });

  it("is refused when a letter with a ground has other remedies than the ground's", () => {
    expect(() => loadLetters(changed("refused.yml", (yaml) => yaml.replace("by_ground", "review_or_suit")))).toThrow(
      refusal("refused.yml", "belong together"),
    );
  });

  it("is refused when a ground is missing, or a remedy has an unknown place", () => {
    expect(() => loadLetters(changed("grounds.yml", (yaml) => yaml.replace(/^security:.*\n/m, "")))).toThrow(
      refusal("grounds.yml", "security"),
    );
    expect(() => loadLetters(changed("remedies.yml", (yaml) => yaml.replace("{court}", "{judge}")))).toThrow(
      refusal("remedies.yml", "unknown place \\{judge\\}"),
    );
  });
});
