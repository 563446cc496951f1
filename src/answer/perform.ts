import { type Reply, reply } from "../domain/reply.js";
import type { OwnDataDesk, RequestDesk, ResidentAct, WatchDesk } from "../domain/request-desk.js";
import type { Knowledge } from "../knowledge/index.js";
import { fillIn } from "../text/fill.js";
import { acknowledge } from "./file.js";
import { statusReply } from "./status-text.js";
import type { StepResult } from "./step.js";

/** What a turn ends in beside a reply: something that is done in the transaction that stores it. */
export type Deed = Exclude<StepResult, { readonly kind: "continue" | "reply" }>;
export type DeedPorts = {
  readonly requests: RequestDesk;
  readonly ownData: OwnDataDesk;
  readonly watches: WatchDesk;
  readonly knowledge: Knowledge;
};

/** Does it, and says so. Inside the caller's transaction. */
export function perform(deed: Deed, conversationId: number, { requests, ownData, watches, knowledge }: DeedPorts): Reply {
  switch (deed.kind) {
    case "file":
      return acknowledge(requests.file(deed.order, { conversationId }), deed.order, knowledge);
    case "follow":
      return followed(deed.number, requests.follow(deed.number, conversationId), knowledge);
    case "act":
      return acted(deed.number, deed.act, requests, knowledge);
    case "watch":
      if (deed.question !== null) watches.watch(conversationId, deed.question, deed.place);
      return watched(deed.question !== null, deed.question === null ? watches.end(conversationId) : 0, knowledge);
    case "erase": {
      const { ownData: words } = knowledge.requestWordings;
      const { erased, kept } = ownData.erase(conversationId);
      const keptText = kept === 0 ? "" : fillIn(words.keptSome, { kept: String(kept) });
      return reply({
        kind: "status",
        outcome: "status_given",
        route: "status",
        text: fillIn(words.erased, { erased: String(erased), kept: keptText }),
      });
    }
  }
}

/** What `perform` would say; nothing is done. Only filing and following can come up where nobody is known. */
export function pretend(deed: Deed, { requests, knowledge }: Pick<DeedPorts, "requests" | "knowledge">): Reply {
  if (deed.kind === "file") return acknowledge(requests.preview(deed.order), deed.order, knowledge);
  if (deed.kind === "follow") return followed(deed.number, true, knowledge);
  if (deed.kind === "watch") return watched(deed.question !== null, 0, knowledge);
  return reply({ kind: "status", outcome: "status_not_found", route: "status", text: notHere(knowledge) });
}

function acted(number: string, act: ResidentAct, requests: RequestDesk, knowledge: Knowledge): Reply {
  const { acted: words } = knowledge.requestWordings;
  const done = requests.act(number as Parameters<RequestDesk["act"]>[0], act);
  if (done.kind === "done") {
    const location = act.act === "correct_place" ? act.location : "";
    return statusReply([done.status], knowledge, fillIn(words[act.act], { number, location }));
  }
  const text = done.why === "urged_today" ? words.urged_today : words.not_allowed;
  return reply({ kind: "status", outcome: "status_given", route: "status", text });
}

function watched(isKept: boolean, ended: number, { answerWordings: { watch: words } }: Knowledge): Reply {
  const text = isKept ? words.kept : ended > 0 ? words.ended : words.none;
  return reply({ kind: "smalltalk", outcome: "not_a_question", route: "question", text });
}

function followed(number: string, isDone: boolean, { requestWordings: words }: Knowledge): Reply {
  const text = isDone ? fillIn(words.followed, { number }) : words.followedNot;
  return reply({ kind: "request", outcome: "not_a_question", route: "complaint", text });
}

function notHere({ requestWordings, office }: Knowledge): string {
  return fillIn(requestWordings.acted.none, { telephone: office.telephone });
}
