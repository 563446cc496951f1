import { type Consultation, openConsultation } from "./answer/consultation.js";
import { type InboxAnswerer, inboxAnswerer } from "./channels/delivery/answer-inbox.js";
import type { Answered } from "./channels/intake.js";
import type { Config } from "./config.js";
import { type Clock, systemClock } from "./domain/clock.js";
import type { IncomingMessage } from "./domain/message.js";
import type { Place } from "./domain/place.js";
import { type PlainDate, shanghaiTime } from "./domain/plain-date.js";
import type { RequestDesk } from "./domain/request-desk.js";
import { type Knowledge, loadKnowledge } from "./knowledge/index.js";
import { knowledgeFolder } from "./paths.js";
import { openRequestDesk } from "./requests/index.js";
import { openRetrieval, type Retrieval } from "./retrieval/index.js";
import { type Preparation, prepareHome } from "./samples.js";
import { receiveMessage } from "./store/inbox.js";
import { keepOffice } from "./store/office.js";
import { openStore, type Store } from "./store/open.js";

/** What every command and the service are made of. */
export type Services = {
  readonly config: Config;
  readonly clock: Clock;
  readonly knowledge: Knowledge;
  readonly officePlace: Place;
  readonly store: Store;
  readonly retrieval: Retrieval;
  readonly requests: RequestDesk;
  readonly consultation: Consultation;
  readonly answerer: InboxAnswerer;
  /** Receives and answers in one go, for a caller that hands over the reply itself: the terminal. */
  deliver(message: IncomingMessage, asOf: PlainDate | null): Answered;
  close(): void;
};

/** The data that a command needs which answers nobody: knowledge files and the store. */
export function openArchive(config: Config) {
  const knowledge = loadKnowledge(knowledgeFolder);
  const officePlace = config.place === null ? knowledge.office.place : knowledge.places.read(config.place);
  const store = openStore(config.home);
  keepOffice(store, knowledge.office.name, officePlace);
  return { knowledge, officePlace, store };
}

/**
 * Opens everything over one home: makes it at first use, with the sample documents published and indexed.
 * @throws ZhengwenError when the knowledge, the home or the index cannot be used
 */
export async function openServices(
  config: Config,
  clock: Clock = systemClock,
  progress: (preparation: Preparation) => void = () => {},
): Promise<Services> {
  const { knowledge, officePlace, store } = openArchive(config);
  try {
    await prepareHome(store, knowledge, clock, progress);
    const retrieval = await openRetrieval(store, knowledge.vocabulary);
    const requests = openRequestDesk({
      store,
      categories: knowledge.categories,
      rules: knowledge.requestRules,
      calendars: knowledge.calendars,
      clock,
    });
    const consultation = openConsultation({ store, knowledge, retrieval, requests, clock, officePlace });
    const answerer = inboxAnswerer(store, consultation, clock);
    const deliver = (message: IncomingMessage, asOf: PlainDate | null) =>
      answerer.answerDirectly(receiveMessage(store, message, shanghaiTime(clock())), asOf);
    return {
      config,
      clock,
      knowledge,
      officePlace,
      store,
      retrieval,
      requests,
      consultation,
      answerer,
      deliver,
      close: () => store.close(),
    };
  } catch (cause) {
    store.close();
    throw cause;
  }
}
