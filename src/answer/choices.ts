import { solvedChoice } from "../domain/request-desk.js";
import type { Turn } from "./step.js";

/** The buttons below a draft. Those of a category carry its place among the suggested ones. */
export const draftChoice = {
  confirm: "confirm",
  change: "change_location",
  cancel: "cancel",
  skip: "skip_location",
  category: "category_",
  follow: "follow_",
} as const;

/** The buttons about requests that are filed; the receipt number stands behind. */
export const ownChoice = {
  status: "status_",
  withdraw: "withdraw_",
  urge: "urge_",
  ...solvedChoice,
  erase: "erase_own_data",
} as const;

/** The buttons of the question which of two kinds a message is. */
export const routeChoice = { question: "route_question", report: "route_report", disclosure: "route_disclosure" } as const;

const circled = "①②③④⑤⑥⑦⑧⑨";
const ordinals = "一二三四五六七八九";

/**
 * The id of the button that the turn presses: by id, by its label, or by its number from 1 (「2」「２」「②」「选2」「第二个」),
 * in the choice or as the whole text. Null when it is none of the last reply's buttons.
 */
export function resolveChoice({ choice, text, dialog }: Pick<Turn, "choice" | "text" | "dialog">): string | null {
  for (const said of [choice, text]) {
    const wanted = said?.trim();
    if (!wanted) continue;
    const plain = wanted.replace(/[。！!.、]+$/, "");
    const named = dialog.choices.find(({ id, label }) => id === wanted || label === wanted || label === plain);
    if (named) return named.id;
    const numbered = dialog.choices[numberOf(plain.normalize("NFKC"), plain) - 1];
    if (numbered) return numbered.id;
  }
  return null;
}

/** 0 for a text that is no number of a button. */
function numberOf(folded: string, written: string): number {
  if (circled.includes(written) && written.length === 1) return circled.indexOf(written) + 1;
  const [, digits, chinese] = /^(?:我?选择?|第)?\s*(?:([1-9])|([一二三四五六七八九]))\s*(?:个|项|号)?$/.exec(folded) ?? [];
  if (digits) return Number(digits);
  // 一 alone is as good as 1; but only with 选 or 第 is it surely no other word.
  return chinese && folded.length > 1 ? ordinals.indexOf(chinese) + 1 : 0;
}
