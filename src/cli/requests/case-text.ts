import type { DisclosureApplication } from "../../domain/disclosure-application.js";
import { shanghaiTime } from "../../domain/plain-date.js";
import type { Lifecycle } from "../../knowledge/lifecycles.js";
import { type CaseEvent, dayOf } from "../../requests/case-event.js";
import type { CaseParts } from "../../requests/case-parts.js";
import { applicationLines } from "../../requests/casework/application-lines.js";
import type { StoredRequest } from "../../store/requests.js";

const shownFields = [
  "reason",
  "text",
  "unit",
  "location",
  "until",
  "workingDays",
  "days",
  "outcome",
  "ground",
  "number",
  "dueOn",
  "other",
  "act",
  "agreedBy",
  "proposedBy",
];

/** One event of a request on a line: day, what, who, and what was said with it. */
export function eventLine(event: CaseEvent, { events }: Lifecycle, actors: Readonly<Record<string, string>>): string {
  const said = shownFields
    .filter((field) => event.detail[field] !== undefined && event.detail[field] !== null)
    .map((field) => `${field}=${String(event.detail[field])}`);
  const parts = [dayOf(event), events[event.event]?.label ?? event.event, actors[event.actor] ?? event.actor, said.join(" ")];
  return parts.filter((part) => part !== "").join("  ");
}

/** What is sealed of a request, each opening written into the audit log. */
export function personalLines({ vault, clock, knowledge }: CaseParts, request: StoredRequest, by: string): readonly string[] {
  const access = { by, why: "办理", at: shanghaiTime(clock()) };
  const subject = String(request.id);
  const kept = vault.open({ kind: "applicant", subject }, access);
  const application = kept === null ? null : (JSON.parse(kept) as DisclosureApplication);
  const description = vault.open({ kind: "description", subject }, access);
  const photos = vault
    .ofConversation(request.conversationId)
    .filter((ref) => ref.subject.startsWith("photo/"))
    .flatMap((ref) => vault.open(ref, access) ?? []);
  return [
    ...(photos.length > 0 ? [`照片：${photos.length}条消息里有，平台的文件编号 ${photos.join("、")}`] : []),
    ...(application ? applicationLines(application, knowledge.application) : []),
    ...(description ? [`原话：${description}`] : []),
  ];
}
