import { readFileSync } from "node:fs";
import { Command } from "commander";
import { parse } from "yaml";
import { ZhengwenError } from "../../domain/errors.js";
import { plainDate } from "../../domain/plain-date.js";
import type { CaseParts } from "../../requests/case-parts.js";
import { actOn, type StaffActed } from "../../requests/casework/act.js";
import type { ActFields } from "../../requests/casework/act-fields.js";
import { approve, refuseProposal } from "../../requests/casework/approve.js";
import { findCase } from "../../requests/casework/find-case.js";
import { staffMember, withCases } from "./parts.js";

type Options = { by: string; on?: string; set: readonly string[]; facts?: string; version?: string; json?: true };

const help = `
What may be done now, and what each act needs: zhengwen requests show NUMBER

Examples:
  zhengwen requests act YSQ-2026-000001 confirmed --by 李经办
  zhengwen requests act YSQ-2026-000001 correction_asked --by 李经办 --set until=2026-12-10 --set correctionItems=请写明是哪一年的合同
  zhengwen requests act YSQ-2026-000001 decided --by 李经办 --set outcome=granted --facts 答复.yml
  zhengwen requests approve YSQ-2026-000001 --by 王主任
  zhengwen requests act TS-2026-000003 replied --by 李经办 --set text=井盖已经换好`;

/** `zhengwen requests act`: what staff do to a request. */
export function actCommand(): Command {
  return new Command("act")
    .description("do something to a request: confirm, correct, extend, decide, assign, reply …")
    .argument("<number>", "receipt number")
    .argument("<act>", "what is done; requests show lists what is allowed")
    .requiredOption("--by <name>", "who does it")
    .option("--on <date>", "the day that the law counts, YYYY-MM-DD; default today")
    .option(
      "--set <name=value>",
      "something that the act needs; again for each",
      (value: string, before: readonly string[]) => [...before, value],
      [],
    )
    .option("--facts <file>", "what the act and its letter need, as YAML or JSON (zhengwen letter --list names the elements)")
    .option("--version <n>", "act only if nothing happened since this step")
    .option("--json", "print one JSON value")
    .addHelpText("after", help)
    .action(async (number: string, act: string, options: Options) => {
      await withCases((parts) => {
        const by = staffMember(parts, options.by).name;
        const request = findCase(parts.store, number);
        const on = options.on === undefined ? null : plainDate(options.on);
        const version = options.version === undefined ? null : Number(options.version);
        const acted = actOn(parts, request, { act, by, on, facts: factsOf(options), version });
        print(parts, acted, options.json === true);
      });
    });
}

/** `zhengwen requests approve`: a second person agrees to what was proposed, or not. */
export function approveCommand(): Command {
  return new Command("approve")
    .description("agree to what somebody else proposed: a decision, an extension")
    .argument("<number>", "receipt number")
    .requiredOption("--by <name>", "who agrees: a head, not who proposed it")
    .option("--refuse <why>", "do not agree, and why")
    .option("--json", "print one JSON value")
    .addHelpText(
      "after",
      "\nExamples:\n  zhengwen requests approve YSQ-2026-000001 --by 王主任\n  zhengwen requests approve YSQ-2026-000001 --by 王主任 --refuse 依据写错了",
    )
    .action(async (number: string, options: { by: string; refuse?: string; json?: true }) => {
      await withCases((parts) => {
        const by = staffMember(parts, options.by).name;
        const request = findCase(parts.store, number);
        const acted: StaffActed =
          options.refuse === undefined
            ? approve(parts, request, by, null)
            : { request: refuseProposal(parts, request, by, options.refuse), awaitsApproval: false, letter: null };
        print(parts, acted, options.json === true);
      });
    });
}

function factsOf({ set, facts }: Options): ActFields {
  const fromFile = facts === undefined ? {} : readFacts(facts);
  const given = set.map((pair) => {
    const at = pair.indexOf("=");
    if (at < 1) throw new ZhengwenError("wrong_use", `--set takes name=value, not ${pair}`);
    return [pair.slice(0, at), pair.slice(at + 1)];
  });
  return { ...fromFile, ...Object.fromEntries(given) };
}

function readFacts(file: string): ActFields {
  try {
    const read: unknown = parse(readFileSync(file, "utf8"));
    if (typeof read !== "object" || read === null || Array.isArray(read)) throw new Error("not a list of names and values");
    return read as ActFields;
  } catch (cause) {
    throw new ZhengwenError("facts_unreadable", `${file}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

function print({ knowledge }: CaseParts, { request, awaitsApproval, letter }: StaffActed, asJson: boolean): void {
  const { number, state, phase, dueOn, version } = request;
  if (asJson) {
    process.stdout.write(`${JSON.stringify({ number, state, phase, dueOn, version, awaitsApproval, letter })}\n`);
    return;
  }
  const label = knowledge.lifecycles.of(request.type).phases[phase]?.label;
  const lines = [
    awaitsApproval ? `已提请审批：zhengwen requests approve ${number} --by 负责人` : `${number}：${label}`,
    ...(request.endedOn === null ? [`下一步期限 ${dueOn ?? "待定"}`] : []),
    ...(letter && !awaitsApproval
      ? [`文书 ${letter.number} ${letter.title}：zhengwen requests file ${number} --out 文件夹 取全部文书`]
      : []),
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}
