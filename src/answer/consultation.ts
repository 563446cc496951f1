import { createHash } from "node:crypto";
import type { Clock } from "../domain/clock.js";
import type { ChannelName, IncomingMessage } from "../domain/message.js";
import type { Place } from "../domain/place.js";
import { dayInShanghai, type PlainDate, shanghaiTime } from "../domain/plain-date.js";
import type { Reply } from "../domain/reply.js";
import type { OwnDataDesk, RequestDesk, WatchDesk } from "../domain/request-desk.js";
import { openEligibility } from "../eligibility/index.js";
import type { Knowledge } from "../knowledge/index.js";
import { publicNumbersOf } from "../knowledge/office.js";
import type { ChatModel } from "../models/chat/chat-model.js";
import type { Retrieval } from "../retrieval/index.js";
import { addConsultation, addMessage, findConversation, keepDialog, openConversation } from "../store/conversations.js";
import { countCuratedHit } from "../store/curated-answers.js";
import type { Store } from "../store/open.js";
import type { Vault } from "../store/vault.js";
import { withoutLookupCode } from "../text/lookup-code-mark.js";
import { maskPersonalData } from "../text/mask.js";
import { openCuratedFinder } from "./curated/finder.js";
import { type DialogState, emptyDialog, readDialog, storedDialog } from "./dialog.js";
import { withoutExpired } from "./expired-dialog.js";
import { withoutAnswers } from "./flow/without-answers.js";
import { withinOneTurn } from "./generated/within-one-turn.js";
import { perform, pretend } from "./perform.js";
import { steps } from "./pipeline.js";
import { apology, type Ending, runPipeline } from "./run-pipeline.js";
import type { Ports, Turn } from "./step.js";

export type ConsultationPorts = {
  readonly store: Store;
  readonly vault: Vault;
  readonly knowledge: Knowledge;
  readonly retrieval: Retrieval;
  readonly requests: RequestDesk;
  readonly ownData: OwnDataDesk;
  readonly watches: WatchDesk;
  readonly clock: Clock;
  readonly officePlace: Place;
  readonly chatModel: ChatModel | null;
  readonly chatTimeoutMs: number;
};

export type Consulted = { readonly reply: Reply; readonly messageId: string };

/** The caller's part in the transaction that stores an answer. */
export type Keeping = {
  /** Asked first: an answer that is there already, from another process, stands, and nothing is stored. */
  known(): Consulted | null;
  /** Adds the caller's own rows: the outbox row, the inbox mark. */
  also(consulted: Consulted): void;
};

export type Rehearsed = { readonly reply: Reply; readonly dialog: DialogState };

/** From a message to its reply. */
export type Consultation = {
  /**
   * Answers a message and writes all of it in one transaction: messages, consultation, dialog, a filed request, and what `keeping` adds,
   * so that a killed process leaves everything or nothing. When another turn moved the dialog meanwhile, the message is thought over
   * from where the dialog is now.
   * @param onSentence told of the checked sentences of a generated answer while it is written; what counts is the reply
   */
  answer(message: IncomingMessage, asOf: PlainDate | null, keeping: Keeping, onSentence?: (text: string) => void): Promise<Consulted>;
  /** The reply as it would be; nothing is written. The dialog's state is the caller's to keep. */
  rehearse(message: IncomingMessage, asOf: PlainDate | null, dialog: DialogState): Promise<Rehearsed>;
  /** Stores an apology for a message that could not be answered. */
  apologise(message: IncomingMessage, keeping: Keeping): Consulted;
};

export function openConsultation(ports: ConsultationPorts): Consultation {
  const { store, vault, clock, knowledge, retrieval } = ports;
  const opened = { eligibility: openEligibility(knowledge.flows.flows, retrieval), curated: openCuratedFinder(ports) };

  const keep = (message: IncomingMessage, conversationId: number, ending: Ending, keeping: Keeping, isFirst = false): Consulted => {
    const at = shanghaiTime(clock());
    const done = ending.kind === "reply" ? ending.reply : perform(ending.deed, conversationId, ports);
    const said = isFirst && !hasPage.has(message.channel) ? withNotice(done, ports.knowledge.privacy.first) : done;
    const reply: Reply = { ...said, trace: ending.trace };
    const { text, maskedText, place, asOf } = ending.turn;
    const messageIn = addMessage(store, conversationId, "in", maskedText === text ? message.text : maskedText, at);
    if (message.photos && message.photos.length > 0)
      vault.seal({ kind: "message", subject: `photo/${messageIn}` }, JSON.stringify(message.photos), { conversationId, at });
    // what was masked away is kept apart: a telephone that the handler needs, a name
    if (maskedText !== text) vault.seal({ kind: "message", subject: messageIn }, message.text, { conversationId, at });
    // the code and the answers to a questionnaire are the resident's alone: what is kept for staff to read does not have them
    const kept: Reply = { ...reply, text: withoutAnswers(withoutLookupCode(reply.text), ports.knowledge.flowWordings) };
    const messageOut = addMessage(store, conversationId, "out", kept.text, at);
    addConsultation(store, { conversationId, messageIn, messageOut, maskedText, place, asOf, reply: kept, at });
    if (ending.kind === "reply" && ending.curated !== undefined) countCuratedHit(store, ending.curated, at);
    keepDialog(store, conversationId, storedDialog(ending.dialog, vault), at);
    const consulted = { reply, messageId: messageOut };
    keeping.also(consulted);
    return consulted;
  };

  /** Null when the dialog has moved since the pipeline read it. */
  const keepUnlessMoved = (message: IncomingMessage, read: unknown, ending: Ending, keeping: Keeping): Consulted | null =>
    store.transaction(() => {
      const known = keeping.known();
      if (known) return known;
      const conversation = openConversation(store, message.channel, message.conversation, shanghaiTime(clock()));
      if (JSON.stringify(conversation.state) !== JSON.stringify(read)) return null;
      return keep(message, conversation.id, ending, keeping, conversation.state === null);
    });

  return {
    answer: async (message, asked, keeping, onSentence) => {
      const asOf = asked ?? dayInShanghai(clock());
      // each round that is in vain is one in which another turn of the same dialog was stored
      const chatModel = ports.chatModel && withinOneTurn(ports.chatModel, ports.chatTimeoutMs);
      for (let listener = onSentence ?? null; ; listener = null) {
        const conversation = findConversation(store, message.channel, message.conversation);
        const read = conversation?.state ?? null;
        const silentMs = conversation ? clock().getTime() - Date.parse(conversation.updatedAt) : 0;
        const dialog = withoutExpired(readDialog(read, vault), silentMs, knowledge.dialogRules);
        const turn = firstTurn(message, asOf, dialog, ports);
        const ending = await runPipeline(steps, turn, {
          ...pipelinePorts({ ...ports, chatModel }, opened, conversation?.id ?? null, message),
          onSentence: listener,
        });
        const consulted = keepUnlessMoved(message, read, ending, keeping);
        if (consulted) return consulted;
      }
    },
    rehearse: async (message, asked, dialog) => {
      const asOf = asked ?? dayInShanghai(clock());
      const chatModel = ports.chatModel && withinOneTurn(ports.chatModel, ports.chatTimeoutMs);
      const known = pipelinePorts({ ...ports, chatModel }, opened, null, message);
      const ending = await runPipeline(steps, firstTurn(message, asOf, dialog, ports), known);
      const said = ending.kind === "reply" ? ending.reply : pretend(ending.deed, ports);
      return { reply: { ...said, trace: ending.trace }, dialog: ending.dialog };
    },
    apologise: (message, keeping) => {
      const asOf = dayInShanghai(clock());
      return store.transaction(() => {
        const known = keeping.known();
        if (known) return known;
        const conversation = openConversation(store, message.channel, message.conversation, shanghaiTime(clock()));
        const turn = firstTurn(message, asOf, emptyDialog, ports);
        const ending: Ending = {
          kind: "reply",
          turn,
          reply: apology(turn, ports),
          dialog: readDialog(conversation.state, vault),
          trace: [],
        };
        return keep(message, conversation.id, ending, keeping);
      });
    },
  };
}

/** Masked from the start: a step may end the matter before the one that masks. */
function firstTurn(message: IncomingMessage, asOf: PlainDate, dialog: DialogState, ports: ConsultationPorts): Turn {
  const maskedText = maskPersonalData(message.text, publicNumbersOf(ports.knowledge.office)).text;
  return {
    text: message.text,
    maskedText,
    query: maskedText,
    choice: message.choice,
    place: message.place ?? ports.officePlace,
    asOf,
    asked: null,
    completed: null,
    route: null,
    chosen: null,
    rival: null,
    beside: null,
    fitting: null,
    hits: [],
    answerability: null,
    passages: [],
    draft: null,
    dialog,
  };
}

/** The channels that show by themselves who keeps what. */
const hasPage: ReadonlySet<ChannelName> = new Set(["web", "cli", "office"]);
const longest = 1_000;

/** Who keeps what, said once below the first reply (个人信息保护法 Art. 17); not where it would make the reply too long. */
function withNotice(said: Reply, notice: string): Reply {
  const text = `${said.text}\n\n${notice}`;
  return text.length <= longest ? { ...said, text } : said;
}

/** A web conversation's key is a secret only when nobody can guess it (22 random characters). */
const unguessable = 22;

/** What is opened once over the other ports. */
type Opened = Pick<Ports, "eligibility" | "curated">;

function pipelinePorts(ports: ConsultationPorts, opened: Opened, conversationId: number | null, message: IncomingMessage): Ports {
  const { knowledge, retrieval, requests, ownData, clock, chatModel, chatTimeoutMs } = ports;
  const conversationProves = provesWhoAsks(message);
  const model = { chatModel, chatTimeoutMs, conversationKey: keyOf(message), onSentence: null };
  return { ...opened, knowledge, retrieval, requests, ownData, clock, ...model, conversationId, conversationProves };
}

/** Without a platform's own number of a person, which is personal data: the ledger of tokens needs none. */
function keyOf({ channel, conversation }: IncomingMessage): string {
  return createHash("sha256").update(`${channel}/${conversation}`).digest("base64url").slice(0, unguessable);
}

/** A chat platform signs people in itself, but in its groups (Telegram: negative ids) anybody may ask. */
function provesWhoAsks({ channel, conversation }: IncomingMessage): boolean {
  if (channel === "web") return conversation.length >= unguessable;
  return channel === "telegram" ? !conversation.startsWith("-") : true;
}
