import { writeFileSync } from "node:fs";
import { Argument, Command, Option } from "commander";
import { ZhengwenError } from "../domain/errors.js";
import { type Letter, type LetterKind, letterKinds } from "../domain/letter.js";
import { type Letters, loadLetters } from "../knowledge/letters.js";
import { loadOffice } from "../knowledge/office.js";
import { knowledgeFolder } from "../paths.js";
import { composeLetter } from "../requests/letters/compose-letter.js";
import { readLetterFacts } from "../requests/letters/facts.js";
import { letterDocx } from "../requests/letters/letter-docx.js";
import { letterHtml } from "../requests/letters/letter-html.js";
import { letterText } from "../requests/letters/letter-text.js";

const help = `
Examples:
  zhengwen letter --list
  zhengwen letter refused --facts facts.yml
  zhengwen letter refused --facts facts.yml --format html --out letter.html

facts.yml:
  sequence: 1
  signedOn: 2026-11-23
  applicant: 张明
  requestNumber: YSQ-2026-000012
  receivedOn: 2026-11-02
  description: 2025年街道食堂食材采购的讨论记录
  ground: working_papers
  reason: 这是采购方案定下来以前的内部讨论，还没有形成决定`;

type Options = { facts?: string; format: "text" | "html" | "docx"; out?: string; list?: true; json?: true };

/**
 * `zhengwen letter`: one letter of a disclosure request from a file of facts, or the list of letters with what each requires.
 * Throws ZhengwenError `wrong_use`, `facts_unreadable`, `letter_incomplete` naming in Chinese what is missing.
 */
export function letterCommand(): Command {
  return new Command("letter")
    .description("write a letter (告知书) of a disclosure request, with its articles, its number and what may be done against it")
    .addArgument(new Argument("[kind]", "which letter; --list prints them").choices(letterKinds))
    .option("--facts <file>", "what the letter says, as YAML or JSON")
    .addOption(new Option("--format <format>", "how it is written").choices(["text", "html", "docx"]).default("text"))
    .option("--out <file>", "write it there; a docx needs it")
    .option("--list", "print every letter with its title, its articles and the elements that it requires")
    .option("--json", "print one JSON value: the letter's parts, or the list")
    .addHelpText("after", help)
    .action(async (kind: LetterKind | undefined, options: Options) => {
      const letters = loadLetters(knowledgeFolder);
      if (options.list) {
        process.stdout.write(options.json ? `${JSON.stringify(listed(letters))}\n` : list(letters));
        return;
      }
      const { facts, format, out, json } = options;
      if (kind === undefined || facts === undefined) throw new ZhengwenError("wrong_use", "letter needs a kind and --facts, or --list");
      if (format === "docx" && out === undefined && !json) throw new ZhengwenError("wrong_use", "--format docx needs --out");
      const letter = composeLetter(kind, readLetterFacts(facts), { letters, office: loadOffice(knowledgeFolder) });
      const written = json ? `${JSON.stringify(letter)}\n` : await render(letter, format);
      if (out === undefined) process.stdout.write(written);
      else write(out, written, letter);
    });
}

async function render(letter: Letter, format: Options["format"]): Promise<string | Buffer> {
  if (format === "docx") return letterDocx(letter);
  return format === "html" ? letterHtml(letter) : letterText(letter);
}

function write(file: string, written: string | Buffer, { title, number }: Letter): void {
  try {
    writeFileSync(file, written);
  } catch (cause) {
    throw new ZhengwenError("wrong_use", `--out ${file}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
  process.stdout.write(`${title}（${number}）：${file}\n`);
}

/** Each letter; an element is named as facts name it, with what else may stand in its place. */
function listed({ templates, elements }: Letters) {
  return letterKinds.map((kind) => {
    const { title, articles, requires, allows, remedies } = templates[kind];
    const named = (element: keyof typeof elements) => ({ element, label: elements[element] });
    return {
      kind,
      title,
      articles,
      requires: [["sequence" as const], ["signedOn" as const], ...requires].map((either) => either.map(named)),
      allows: allows.map(named),
      remedies,
    };
  });
}

function list(letters: Letters): string {
  return listed(letters)
    .map(({ kind, title, articles, requires, allows }) => {
      const named = ({ element, label }: { element: string; label: string }) => `${element}（${label}）`;
      return [
        `${kind}  ${title}`,
        `  依据：${articles.map(({ law, article }) => law + article).join("、")}`,
        `  必须有：${requires.map((either) => either.map(named).join(" 或者 ")).join("、")}`,
        ...(allows.length === 0 ? [] : [`  可以有：${allows.map(named).join("、")}`]),
        "",
      ].join("\n");
    })
    .join("\n");
}
