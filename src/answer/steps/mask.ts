import { publicNumbersOf } from "../../knowledge/office.js";
import { maskPersonalData } from "../../text/mask.js";
import { toSimplified } from "../../text/traditional.js";
import type { ImmediateStep } from "../step.js";

/** Personal data is masked before anything is searched, logged or listed (个人信息保护法 art. 6, 51). */
export const mask: ImmediateStep = {
  name: "mask",
  run(turn, { knowledge }) {
    const { text, spans } = maskPersonalData(turn.text, publicNumbersOf(knowledge.office));
    return {
      kind: "continue",
      status: spans.length === 0 ? "none" : `masked_${spans.length}`,
      turn: { ...turn, maskedText: text, query: toSimplified(text) },
    };
  },
};
