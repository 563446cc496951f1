import { reply } from "../../domain/reply.js";
import { emptyDialog } from "../dialog.js";
import type { ImmediateStep } from "../step.js";

/** 重新开始: everything that waits in the dialog is forgotten; what is filed stays. */
export const restart: ImmediateStep = {
  name: "restart",
  run(turn, { knowledge: { dialogRules } }) {
    if (!dialogRules.restart.test(turn.text.trim().toLowerCase())) return { kind: "continue", status: "none", turn };
    const said = reply({ kind: "smalltalk", outcome: "not_a_question", route: "smalltalk", text: dialogRules.restarted });
    return { kind: "reply", status: "cleared", reply: said, dialog: emptyDialog };
  },
};
