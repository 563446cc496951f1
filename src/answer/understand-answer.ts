import type { RequestNumber } from "../domain/request.js";
import type { RequestWordings } from "../knowledge/index.js";
import { draftChoice } from "./choices.js";
import type { OpenDraft } from "./dialog.js";

/** What a resident means by a message while a draft is open; `other` says nothing of the draft. */
export type Answer =
  | { readonly kind: "confirm" | "place_right" | "skip" | "change" | "question" | "new_matter" | "other" }
  | { readonly kind: "cancel"; readonly solved: boolean }
  | { readonly kind: "category"; readonly index: number }
  | { readonly kind: "follow"; readonly number: RequestNumber };

/** A solved matter is told of in a few words; in more, 修好了 is part of a story. */
const longestSolved = 30;

/** Reads an answer: the button when one was pressed, else the words, by the patterns of `wordings/requests.yml`. */
export function understandAnswer(text: string, choice: string | null, draft: OpenDraft, words: RequestWordings): Answer {
  if (choice !== null) return ofChoice(choice);
  const said = text.trim();
  const { understands } = words;
  const any = (patterns: readonly RegExp[], part = said) => patterns.some((pattern) => pattern.test(part));
  if (any(understands.cancel)) return { kind: "cancel", solved: any(understands.solved) };
  if (said.length <= longestSolved && any(understands.solved) && !any(understands.notSolved)) return { kind: "cancel", solved: true };
  if (isConfirmed(said, understands)) return { kind: "confirm" };
  if (any(understands.placeRight)) return { kind: "place_right" };
  if (draft.waitsFor === "location" && any(understands.skip)) return { kind: "skip" };
  if (any(understands.newMatter)) return { kind: "new_matter" };
  if (any(understands.question)) return { kind: "question" };
  if (any(understands.change)) return { kind: "change" };
  return { kind: "other" };
}

/** True when every part between commas agrees or is polite, and one agrees: 好的，提交吧，谢谢. */
export function isConfirmed(text: string, { confirm, courtesy }: RequestWordings["understands"]): boolean {
  const parts = text.split(/[，,。！!~～、;；\s]+/).filter((part) => part !== "");
  const agrees = (part: string) => confirm.some((pattern) => pattern.test(part));
  return parts.some(agrees) && parts.every((part) => agrees(part) || courtesy.some((pattern) => pattern.test(part)));
}

function ofChoice(choice: string): Answer {
  if (choice === draftChoice.confirm) return { kind: "confirm" };
  if (choice === draftChoice.change) return { kind: "change" };
  if (choice === draftChoice.cancel) return { kind: "cancel", solved: false };
  if (choice === draftChoice.skip) return { kind: "skip" };
  if (choice.startsWith(draftChoice.category)) return { kind: "category", index: Number(choice.slice(draftChoice.category.length)) };
  if (choice.startsWith(draftChoice.follow)) return { kind: "follow", number: choice.slice(draftChoice.follow.length) as RequestNumber };
  return { kind: "other" };
}
