import { type Consultation, openConsultation } from "./answer/consultation.js";
import { type CuratedDesk, openCuratedDesk } from "./answer/curated/desk.js";
import { type InboxAnswerer, inboxAnswerer } from "./channels/delivery/answer-inbox.js";
import type { Answered } from "./channels/intake.js";
import { chatModelOf } from "./chat-model.js";
import type { Config } from "./config.js";
import { type Clock, systemClock } from "./domain/clock.js";
import { ZhengwenError } from "./domain/errors.js";
import type { IncomingMessage } from "./domain/message.js";
import type { Place } from "./domain/place.js";
import { type PlainDate, shanghaiTime } from "./domain/plain-date.js";
import type { RequestDesk } from "./domain/request-desk.js";
import { embeddersOf } from "./embedders.js";
import { type Knowledge, loadKnowledge } from "./knowledge/index.js";
import type { OpenaiChatModel } from "./models/chat/openai.js";
import { knowledgeFolder } from "./paths.js";
import { openOwnData, openRequestDesk, openWatchDesk } from "./requests/index.js";
import { openRetrieval, type Retrieval } from "./retrieval/index.js";
import { makeIndex, type Preparation, prepareHome } from "./samples.js";
import { receiveMessage } from "./store/inbox.js";
import { keepOffice } from "./store/office.js";
import { openStore, type Store } from "./store/open.js";
import { personalDataKey } from "./store/personal-data-key.js";
import { openVault, type Vault } from "./store/vault.js";

/** What every command and the service are made of. */
export type Services = {
  readonly config: Config;
  readonly clock: Clock;
  readonly knowledge: Knowledge;
  readonly officePlace: Place;
  readonly store: Store;
  readonly vault: Vault;
  readonly retrieval: Retrieval;
  readonly requests: RequestDesk;
  readonly consultation: Consultation;
  readonly curated: CuratedDesk;
  /** Null when no model is set. */
  readonly chatModel: OpenaiChatModel | null;
  readonly answerer: InboxAnswerer;
  /** Receives and answers in one go, for a caller that hands over the reply itself: the terminal. */
  deliver(message: IncomingMessage, asOf: PlainDate | null): Promise<Answered>;
  close(): void;
};

/** What a command needs that answers nobody: knowledge files, the store, and the embedder of the next index. */
export function openArchive(config: Config) {
  const knowledge = loadKnowledge(knowledgeFolder);
  const officePlace = config.place === null ? knowledge.office.place : knowledge.places.read(config.place);
  const store = openStore(config.home);
  keepOffice(store, knowledge.office.name, officePlace);
  const vault = openVault(store, personalDataKey(config.personalDataKeyFile));
  const embedders = embeddersOf(config.embedder);
  return { knowledge, officePlace, store, vault, embedders, embedder: () => embedders.forIndexing(config.home) };
}

/**
 * Opens everything over one home: makes it at first use, with the sample documents published and indexed.
 * @param warn told of what is wrong and can be lived with: a model that is not at hand, an index that had to be made anew
 * @throws ZhengwenError when the knowledge, the home or the index cannot be used
 */
export async function openServices(
  config: Config,
  clock: Clock = systemClock,
  progress: (preparation: Preparation) => void = () => {},
  warn: (cause: unknown) => void = () => {},
): Promise<Services> {
  const { knowledge, officePlace, store, vault, embedders, embedder } = openArchive(config);
  try {
    const preparing = { store, knowledge, clock, embedder, progress, warn };
    await prepareHome(preparing);
    const { vocabulary, guideElements, rankings } = knowledge;
    const open = () =>
      openRetrieval(store, { vocabulary, guideElements, rankings, embedderFor: embedders.open, onEmbedderMissing: warn, onDamaged: warn });
    const retrieval = await open().catch(async (cause) => {
      if (!(cause instanceof ZhengwenError) || cause.code !== "index_damaged") throw cause;
      warn(cause);
      await makeIndex(preparing, true);
      return open();
    });
    if (retrieval.isRolledBack()) {
      // what an earlier index holds may have been withdrawn since
      await makeIndex(preparing, false);
      await retrieval.refresh();
    }
    const curated = openCuratedDesk({ store, knowledge, retrieval, clock, officePlace });
    curated.sweep();
    const requests = openRequestDesk({ store, vault, knowledge, clock });
    const ownData = openOwnData({ store, vault, knowledge, clock });
    const watches = openWatchDesk(store, clock);
    for (const { file, line, what } of knowledge.flows.refused) warn(new ZhengwenError("knowledge_invalid", `${file}:${line}: ${what}`));
    const chatModel = await chatModelOf(config.chat, store, clock);
    const consultation = openConsultation({
      store,
      vault,
      knowledge,
      retrieval,
      requests,
      ownData,
      watches,
      clock,
      officePlace,
      chatModel,
      chatTimeoutMs: config.chatTimeoutMs,
    });
    const answerer = inboxAnswerer(store, consultation, clock);
    const deliver = (message: IncomingMessage, asOf: PlainDate | null) =>
      answerer.answerDirectly(receiveMessage(store, message, shanghaiTime(clock())), asOf);
    return {
      config,
      clock,
      knowledge,
      officePlace,
      store,
      vault,
      retrieval,
      requests,
      consultation,
      curated,
      chatModel,
      answerer,
      deliver,
      close: () => {
        chatModel?.close();
        store.close();
      },
    };
  } catch (cause) {
    store.close();
    throw cause;
  }
}
