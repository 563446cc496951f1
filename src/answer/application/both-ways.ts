import { reply } from "../../domain/reply.js";
import type { RequestOrder } from "../../domain/request-desk.js";
import { fillIn } from "../../text/fill.js";
import { draftChoice } from "../choices.js";
import type { DialogState, OpenDraft } from "../dialog.js";
import { type Drafted, draftSummary, orderFrom } from "../draft-reply.js";
import type { Ports } from "../step.js";

/** The ways out of a disclosure request that sounds like something else. */
export const insistChoice = { complaint: "as_complaint", ask: "as_question", insist: "insist_disclosure" } as const;

/** What a request for disclosure sounds like instead. */
export type SoundsLike = "disguised_petition" | "already_public";

/**
 * Offers both ways: what it sounds like, or the disclosure request all the same. Who insists files one, and staff decide
 * (政府信息公开条例 2019, Arts. 36(1), 39(1)).
 * @param published the title of the document that is published already
 */
export function offerBothWays(
  order: RequestOrder,
  soundsLike: SoundsLike,
  published: string | null,
  dialog: DialogState,
  ports: Ports,
): Drafted {
  const { application: words, requestWordings } = ports.knowledge;
  const isPetition = soundsLike === "disguised_petition";
  const first = isPetition
    ? { id: insistChoice.complaint, label: words.choices.complaint }
    : { id: insistChoice.ask, label: words.choices.read };
  const choices = [
    first,
    { id: insistChoice.insist, label: words.choices.insist },
    { id: draftChoice.cancel, label: requestWordings.choices.cancel },
  ];
  const instead = isPetition ? orderFrom("complaint", order.description, ports) : order;
  const days = ports.requests.preview(instead).deadline?.days.filter(({ counted }) => counted).length ?? 0;
  const said = reply({
    kind: "clarify",
    outcome: "draft_open",
    route: isPetition ? "complaint" : "disclosure",
    text: fillIn(words.insist[soundsLike], { days: String(days), title: published ?? "" }),
    choices,
    request: draftSummary(instead, ports),
  });
  const draft: OpenDraft = { order, waitsFor: "insist", application: {}, tries: 0, published };
  return { reply: said, dialog: { ...dialog, draft, choices } };
}
