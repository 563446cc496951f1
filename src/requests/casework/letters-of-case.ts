import type { DisclosureApplication } from "../../domain/disclosure-application.js";
import type { DisclosureResult } from "../../domain/disclosure-outcome.js";
import { type Letter, type LetterElement, type LetterKind, letterKinds } from "../../domain/letter.js";
import type { PlainDate } from "../../domain/plain-date.js";
import { addLetter, lettersInYear } from "../../store/letters.js";
import { eventsOf, type StoredRequest } from "../../store/requests.js";
import type { Access } from "../../store/vault.js";
import type { CaseEvent } from "../case-event.js";
import type { CaseParts } from "../case-parts.js";
import { composeLetter } from "../letters/compose-letter.js";
import type { LetterFacts } from "../letters/facts.js";
import type { CaseStanding } from "../standing.js";

/** What a request itself tells its letters; what staff give goes before it. */
export type CaseOfLetter = {
  readonly request: StoredRequest;
  readonly before: CaseStanding;
  readonly standing: CaseStanding;
  readonly on: PlainDate;
  readonly access: Access;
};

/**
 * Composes a letter from the request and what staff add to it.
 * @throws ZhengwenError `letter_incomplete` naming what is missing
 */
export function composeCaseLetter(
  parts: CaseParts,
  what: LetterKind | DisclosureResult,
  { request, before, standing, on, access }: CaseOfLetter,
  given: LetterFacts,
): Letter {
  const { vault, store, knowledge } = parts;
  const kept = vault.open({ kind: "applicant", subject: String(request.id) }, access);
  const application = kept === null ? null : (JSON.parse(kept) as DisclosureApplication);
  const description = vault.open({ kind: "description", subject: String(request.id) }, access) ?? request.description;
  const facts: LetterFacts = {
    sequence: lettersInYear(store, on.slice(0, 4)) + 1,
    signedOn: on,
    applicant: application?.name ?? "申请人",
    addresseeKind: application === null || application.applicant === "natural_person" ? "person" : "organisation",
    requestNumber: request.number,
    submittedBy: knowledge.console.filingChannels[request.channel],
    receivedOn: standing.receivedOn ?? on,
    description: describedIn(description, eventsOf(store, request.id)),
    ...dueFacts(before, standing),
    ...given,
  };
  return composeLetter(what, facts, knowledge);
}

/** What is asked for, with what was corrected; the sentence around it has its own full stop. */
function describedIn(description: string, events: readonly CaseEvent[]): string {
  const corrected = events
    .filter(({ event }) => event === "corrected")
    .map(({ detail }) => String(detail["text"] ?? "").replace(/^(?:补充|补正)[:：，, ]*/u, ""))
    .filter((text) => text !== "");
  const asked = description.trim().replace(/[。？！?!.]+$/u, "");
  return corrected.length === 0 ? asked : `${asked}（补正：${corrected.join("；")}）`;
}

/** What a request tells its letters by itself. */
const ownElements: ReadonlySet<LetterElement> = new Set([
  "applicant",
  "requestNumber",
  "submittedBy",
  "receivedOn",
  "description",
  "dueOn",
  "dueUnknown",
  "earlierDueOn",
  "agreedBy",
  "correctUntil",
  "payUntil",
]);

/** What staff must add for a letter of a kind: 理由（reason）; of a pair either will do. */
export function letterNeeds({ letters }: CaseParts["knowledge"], kind: string | undefined): readonly string[] {
  const template = letterKinds.find((each) => each === kind);
  if (template === undefined) return [];
  return letters.templates[template].requires
    .filter((either) => !either.some((element) => ownElements.has(element)))
    .map((either) => either.map((element) => `${element}（${letters.elements[element]}）`).join("或者"));
}

function dueFacts(before: CaseStanding, { deadline, ended }: CaseStanding): LetterFacts {
  const earlier = before.deadline ? { earlierDueOn: before.deadline.dueOn } : {};
  if (ended) return earlier;
  return deadline ? { dueOn: deadline.dueOn, ...earlier } : { dueUnknown: "答复期限要等放假安排公布才能算准，算准后再告诉您", ...earlier };
}

/** Keeps a letter that goes out; what it says is sealed. Inside the caller's transaction. Returns its row's id. */
export function keepLetter(parts: CaseParts, request: StoredRequest, letter: Letter, on: PlainDate, at: string): number {
  const { store, vault } = parts;
  const id = addLetter(store, { requestId: request.id, kind: letter.kind, number: letter.number, issuedOn: on, at });
  vault.seal({ kind: "letter", subject: String(id) }, JSON.stringify(letter), { conversationId: request.conversationId, at });
  return id;
}

/** A letter as it went out, or null when it was erased; the access is written down. */
export function keptLetter({ vault }: Pick<CaseParts, "vault">, id: number, access: Access): Letter | null {
  const kept = vault.open({ kind: "letter", subject: String(id) }, access);
  return kept === null ? null : (JSON.parse(kept) as Letter);
}
