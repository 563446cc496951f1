import type { DisclosureElement, PartialApplication } from "../domain/disclosure-application.js";
import type { Choice, Reply, Route } from "../domain/reply.js";
import type { RequestOrder } from "../domain/request-desk.js";
import type { OpenFlow } from "./flow/open-flow.js";

/** Encrypts and decrypts a draft on its way to the store: it holds what residents say of themselves. */
export type DraftSealing = { encrypt(text: string, context: string): string; decrypt(cipher: string, context: string): string };

/** An order that still waits for the resident: for the place, for an element of the application, or for 确认. */
export type OpenDraft = {
  readonly order: RequestOrder;
  readonly waitsFor: "location" | "confirmation" | "insist" | DisclosureElement;
  /** What is known of an application so far. */
  readonly application: PartialApplication;
  /** How often the element that is waited for was not understood. */
  readonly tries: number;
  /** While both ways are offered: the title of what is published already, when something is. */
  readonly published?: string | null;
};

export type Undecided = { readonly text: string; readonly report: Route };

/** What a dialog remembers between turns. */
export type DialogState = {
  readonly draft: OpenDraft | null;
  /** An application for disclosure that another matter came before: gone on with when the resident says so. */
  readonly shelved: OpenDraft | null;
  /** The questionnaire that the resident is going through: the answers are personal. */
  readonly flow: OpenFlow | null;
  /** The buttons of the last reply: a choice is also taken by label or number. */
  readonly choices: readonly Choice[];
  /** The last question that could not be answered, masked: what an offered request starts from. */
  readonly unanswered: string | null;
  /** The last question, masked and whole: what a follow-up is completed from. */
  readonly topic: { readonly question: string } | null;
  /** A message of which it was asked what kind it is, as it was written; and the kind of report that it would be. */
  readonly undecided: Undecided | null;
  /** The second of two matters, masked, that waits for its turn. */
  readonly listed: string | null;
};

/** What goes back to the resident, and what the dialog knows then. */
export type Said = { readonly reply: Reply; readonly dialog: DialogState };

export const emptyDialog: DialogState = {
  draft: null,
  shelved: null,
  flow: null,
  choices: [],
  unanswered: null,
  topic: null,
  listed: null,
  undecided: null,
};

/** A draft that begins. */
export function newDraft(order: RequestOrder, waitsFor: OpenDraft["waitsFor"]): OpenDraft {
  return { order, waitsFor, application: {}, tries: 0 };
}

const context = "dialog";

/** The dialog as it is stored with the conversation: drafts and answers encrypted. */
export function storedDialog(dialog: DialogState, sealing: DraftSealing): unknown {
  const sealed = (open: OpenDraft | OpenFlow | Undecided | null) => (open === null ? null : sealing.encrypt(JSON.stringify(open), context));
  const { draft, shelved, flow, undecided } = dialog;
  return { ...dialog, draft: sealed(draft), shelved: sealed(shelved), flow: sealed(flow), undecided: sealed(undecided) };
}

/** A dialog's state as it was stored; what cannot be read any more starts anew. */
export function readDialog(stored: unknown, sealing: DraftSealing): DialogState {
  if (typeof stored !== "object" || stored === null) return emptyDialog;
  type Sealed = "draft" | "shelved" | "flow" | "undecided";
  const known = stored as { readonly [part in Sealed]?: unknown } & Partial<Omit<DialogState, Sealed>>;
  const { draft, shelved, flow, undecided } = known;
  return {
    draft: readDraft(draft, sealing),
    shelved: readDraft(shelved, sealing),
    flow: readSealed<OpenFlow>(flow, sealing),
    choices: known.choices ?? [],
    unanswered: known.unanswered ?? null,
    topic: known.topic ?? null,
    listed: known.listed ?? null,
    undecided: readSealed<Undecided>(undecided, sealing),
  };
}

function readDraft(stored: unknown, sealing: DraftSealing): OpenDraft | null {
  // a draft of before drafts were sealed
  if (typeof stored === "object" && stored !== null && "order" in stored)
    return Object.assign({ application: {}, tries: 0 }, stored as OpenDraft);
  return readSealed<OpenDraft>(stored, sealing);
}

function readSealed<T>(stored: unknown, sealing: DraftSealing): T | null {
  if (typeof stored !== "string") return null;
  try {
    return JSON.parse(sealing.decrypt(stored, context)) as T;
  } catch {
    return null;
  }
}
