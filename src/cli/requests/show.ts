import { Command } from "commander";
import { dayInShanghai, shanghaiTime } from "../../domain/plain-date.js";
import type { RequestType } from "../../domain/request.js";
import type { CaseParts } from "../../requests/case-parts.js";
import { fieldNames } from "../../requests/casework/act-fields.js";
import { openProposal } from "../../requests/casework/approve.js";
import { findCase } from "../../requests/casework/find-case.js";
import { letterNeeds } from "../../requests/casework/letters-of-case.js";
import { allowedEvents } from "../../requests/lifecycle/walk.js";
import { standingOf } from "../../requests/standing.js";
import { audit } from "../../store/audit-log.js";
import { lettersOf } from "../../store/letters.js";
import { eventsOf, type StoredRequest } from "../../store/requests.js";
import { eventLine, personalLines } from "./case-text.js";
import { staffMember, withCases } from "./parts.js";

type Options = { by?: string; personal?: true; json?: true };

/** `zhengwen requests show`: one request, how its date was counted, what happened, what may be done. */
export function showCommand(): Command {
  return new Command("show")
    .description("one request: where it stands, how its date was counted, what happened, what may be done now")
    .argument("<number>", "receipt number, also without its prefix")
    .option("--personal", "also what is sealed: identity, contact, unmasked words; written into the audit log")
    .option("--by <name>", "who looks; needed with --personal")
    .option("--json", "print one JSON value")
    .addHelpText(
      "after",
      "\nExamples:\n  zhengwen requests show YSQ-2026-000001\n  zhengwen requests show 2026-000001 --personal --by 李经办",
    )
    .action(async (number: string, options: Options) => {
      await withCases((parts) => {
        const request = findCase(parts.store, number);
        const by = options.personal ? staffMember(parts, options.by ?? "").name : null;
        const shown = detailOf(parts, request);
        const personal = by === null ? [] : personalLines(parts, request, by);
        audit(parts.store, { at: shanghaiTime(parts.clock()), actor: by ?? "cli", action: "request_viewed", subject: request.number });
        process.stdout.write(options.json ? `${JSON.stringify({ ...shown, personal })}\n` : text(parts, request, shown, personal));
      });
    });
}

function detailOf(parts: CaseParts, request: StoredRequest) {
  const { store, knowledge, clock } = parts;
  const events = eventsOf(store, request.id);
  const standing = standingOf(request.type, events, dayInShanghai(clock()), knowledge);
  const lifecycle = knowledge.lifecycles.of(request.type);
  const acts = allowedEvents(lifecycle, standing.phase, "staff");
  const { number, type, version, channel, description, location, outcome, ground, assignedTo, createdAt } = request;
  return {
    ...{ number, type, version, channel, description, location, outcome, ground, assignedTo, createdAt },
    category: [request.categoryLevel1, request.categoryLevel2, request.categoryLevel3].filter((level) => level !== null),
    ...standing,
    proposal: openProposal(events),
    acts: acts.map((act) => ({
      act,
      label: lifecycle.events[act]?.label,
      needs: needsOf(act, type, letterNeeds(knowledge, lifecycle.events[act]?.letter)),
      secondPerson: lifecycle.events[act]?.secondPerson ?? false,
    })),
    letters: lettersOf(store, request.id),
    events,
  };
}

function text(parts: CaseParts, request: StoredRequest, shown: ReturnType<typeof detailOf>, personal: readonly string[]): string {
  const { knowledge } = parts;
  const words = knowledge.console;
  const lifecycle = knowledge.lifecycles.of(request.type);
  const counted = shown.deadline?.days.filter((day) => day.counted).length ?? 0;
  const skipped = [...new Set(shown.deadline?.days.filter((day) => !day.counted).map(({ reason }) => reason))];
  const lines = [
    `${shown.number}  ${words.requestTypes[shown.type]}  ${lifecycle.phases[shown.phase]?.label}（第${shown.version}步）`,
    `登记      ${shown.createdAt.slice(0, 16).replace("T", " ")}  ${words.filingChannels[shown.channel]}`,
    ...(shown.receivedOn ? [`收到之日  ${shown.receivedOn}`] : []),
    `内容      ${shown.description}`,
    ...(shown.location ? [`地点      ${shown.location}`] : []),
    ...(shown.category.length > 0 ? [`归类      ${shown.category.join("·")}`] : []),
    ...(shown.assignedTo ? [`交办      ${shown.assignedTo}`] : []),
    "",
    `下一步    ${shown.next.dueOn ?? "日期待定"}  ${shown.next.basis}`,
    ...(shown.deadline && shown.deadline.dueOn !== shown.next.dueOn ? [`答复期限  ${shown.deadline.dueOn}`] : []),
    ...(counted > 0 ? [`算法      数了${counted}天${skipped.length > 0 ? `，不算的：${skipped.join("、")}` : ""}（逐日看：--json）`] : []),
    ...(shown.outcome
      ? [`结果      ${knowledge.letters.templates[shown.outcome].title}（${shown.outcome}${shown.ground ? `，${shown.ground}` : ""}）`]
      : []),
    ...(shown.proposal
      ? [
          `等审批    ${lifecycle.events[shown.proposal.act]?.label}，${shown.proposal.by} 提请：zhengwen requests approve ${shown.number} --by 负责人`,
        ]
      : []),
    ...(personal.length > 0 ? ["", ...personal] : []),
    "",
    "经过",
    ...shown.events.map((event) => `  ${eventLine(event, lifecycle, words.actors)}`),
    ...(shown.letters.length > 0
      ? ["", "文书", ...shown.letters.map(({ issuedOn, number, kind }) => `  ${issuedOn}  ${number}  ${kind}`)]
      : []),
    "",
    "现在可以",
    ...shown.acts.map(
      ({ act, label, needs, secondPerson }) =>
        `  ${act.padEnd(22)}${label}${secondPerson ? "（要第二个人审批）" : ""}${needs.length > 0 ? `  要写：${needs.join("、")}` : ""}`,
    ),
    "",
  ];
  return lines.join("\n");
}

/** The act's own fields, then those of its letter that have another name. */
function needsOf(act: string, type: RequestType, ofLetter: readonly string[]): readonly string[] {
  const own = fieldNames(act, type).filter((field) => !ofLetter.some((need) => need.startsWith(`${field}（`)));
  return [...own, ...ofLetter];
}
