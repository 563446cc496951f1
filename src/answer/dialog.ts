import type { Choice } from "../domain/reply.js";
import type { RequestOrder } from "../domain/request-desk.js";

/** An order that still waits for the resident: for the place, or for 确认. */
export type OpenDraft = { readonly order: RequestOrder; readonly waitsFor: "location" | "confirmation" };

/** What a dialog remembers between turns; stored as JSON with the conversation. */
export type DialogState = {
  readonly draft: OpenDraft | null;
  /** The buttons of the last reply: a choice is also taken by label or number. */
  readonly choices: readonly Choice[];
  /** The last question that could not be answered, masked: what an offered request starts from. */
  readonly unanswered: string | null;
};

export const emptyDialog: DialogState = { draft: null, choices: [], unanswered: null };

/** A dialog's state as it was stored; what cannot be read any more starts anew. */
export function readDialog(stored: unknown): DialogState {
  if (typeof stored !== "object" || stored === null) return emptyDialog;
  const known = stored as Partial<DialogState>;
  return { draft: known.draft ?? null, choices: known.choices ?? [], unanswered: known.unanswered ?? null };
}
