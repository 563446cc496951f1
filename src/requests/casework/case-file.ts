import type { DisclosureApplication } from "../../domain/disclosure-application.js";
import { dayInShanghai, shanghaiTime } from "../../domain/plain-date.js";
import { latestTurns } from "../../store/consultation-reading.js";
import { lettersOf } from "../../store/letters.js";
import { eventsOf, type StoredRequest } from "../../store/requests.js";
import { dayOf } from "../case-event.js";
import type { CaseParts } from "../case-parts.js";
import { letterDocx } from "../letters/letter-docx.js";
import { letterHtml } from "../letters/letter-html.js";
import { letterText } from "../letters/letter-text.js";
import { standingOf } from "../standing.js";
import { applicationLines } from "./application-lines.js";
import { keptLetter } from "./letters-of-case.js";

export type CaseDocument = { readonly name: string; readonly content: string | Buffer };

/**
 * All that belongs to a request, as files: what was asked and by whom, what happened when and by which article, how the term was counted day by
 * day, the letters as they went out, the conversation. Each opening of sealed data is written down under `by`.
 */
export async function writeCaseFile(parts: CaseParts, request: StoredRequest, by: string): Promise<readonly CaseDocument[]> {
  const { store, vault, clock, knowledge } = parts;
  const access = { by, why: "归档", at: shanghaiTime(clock()) };
  const subject = String(request.id);
  const events = eventsOf(store, request.id);
  const standing = standingOf(request.type, events, dayInShanghai(clock()), knowledge);
  const kept = vault.open({ kind: "applicant", subject }, access);
  const application = kept === null ? null : (JSON.parse(kept) as DisclosureApplication);
  const description = vault.open({ kind: "description", subject }, access) ?? request.description;
  const letters = lettersOf(store, request.id).flatMap((row) => {
    const letter = keptLetter(parts, row.id, access);
    return letter ? [{ row, letter }] : [];
  });
  const { codeHash: _, applicantKey: __, ...facts } = request;
  const record = { request: { ...facts, description }, application, standing, events, letters: letters.map(({ row }) => row) };
  const rendered = await Promise.all(
    letters.map(async ({ row, letter }, index): Promise<readonly CaseDocument[]> => {
      const name = `文书${String(index + 1).padStart(2, "0")}-${row.kind}`;
      return [
        { name: `${name}.html`, content: letterHtml(letter) },
        { name: `${name}.docx`, content: await letterDocx(letter) },
        { name: `${name}.txt`, content: letterText(letter) },
      ];
    }),
  );
  const turns = latestTurns(store, request.conversationId);
  return [
    { name: "案卷.txt", content: coverText(parts, { ...request, description }, application, standing) },
    { name: "案卷.json", content: `${JSON.stringify(record, null, 2)}\n` },
    ...(turns.length > 0
      ? [{ name: "对话.txt", content: turns.map(({ at, asked, replied }) => `${at}\n居民：${asked}\n答复：${replied}\n`).join("\n") }]
      : []),
    ...rendered.flat(),
  ];
}

function coverText(
  { knowledge, store }: CaseParts,
  request: StoredRequest,
  application: DisclosureApplication | null,
  standing: ReturnType<typeof standingOf>,
): string {
  const words = knowledge.console;
  const lifecycle = knowledge.lifecycles.of(request.type);
  const days = standing.deadline?.days.map(({ date, counted, reason }) => `  ${date}  ${counted ? "计" : "不计"}  ${reason}`) ?? [];
  const lines = [
    `${knowledge.office.name}案卷`,
    `受理编号：${request.number}`,
    `类型：${words.requestTypes[request.type]}`,
    `提交的方式：${words.filingChannels[request.channel]}`,
    `登记时间：${request.createdAt}`,
    `收到之日：${standing.receivedOn ?? "还没有确认"}`,
    `内容：${request.description}`,
    ...(request.location ? [`地点：${request.location}`] : []),
    ...(application ? applicationLines(application, knowledge.application) : []),
    `现在：${lifecycle.phases[standing.phase]?.label}`,
    ...(request.outcome ? [`结果：${knowledge.letters.templates[request.outcome].title}`] : []),
    "",
    "期限",
    `  ${standing.deadline?.dueOn ?? "待定"}  ${standing.next.basis}`,
    ...days,
    "",
    "经过",
    ...eventsOf(store, request.id).map((event) => {
      const { label, rule } = lifecycle.events[event.event] ?? {};
      return `  ${dayOf(event)}  ${label ?? event.event}  ${words.actors[event.actor] ?? event.actor}${rule ? `  （${rule}）` : ""}`;
    }),
    "",
  ];
  return lines.join("\n");
}
