import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { type Logger, pino } from "pino";
import type { Channel } from "./channels/channel.js";
import { conversationQueue } from "./channels/delivery/conversation-queue.js";
import { openIntake } from "./channels/delivery/open-intake.js";
import { outboxSender } from "./channels/delivery/outbox-sender.js";
import { telegramChannel } from "./channels/telegram/index.js";
import { createWeb, liveReplies } from "./channels/web/index.js";
import { createConsole, ensureAdminSecret } from "./console/index.js";
import { ZhengwenError } from "./domain/errors.js";
import { dateNumber, dayInShanghai } from "./domain/plain-date.js";
import type { OpenaiChatModel } from "./models/chat/openai.js";
import type { Services } from "./services.js";
import { startSweeper } from "./sweeper.js";
import { warmSegmenter } from "./text/segment.js";

export type RunningService = {
  readonly url: string;
  readonly consoleUrl: string;
  /** Shown once, or null when staff have a password. */
  readonly adminSecret: string | null;
  readonly channels: readonly string[];
  stop(): Promise<void>;
};

const refreshMs = 1000;

/** Starts web, console, channels and queues over open services. They stop in the reverse order, each within a limit. */
export async function startService(services: Services): Promise<RunningService> {
  const { config, store, knowledge, clock, retrieval, curated } = services;
  const log = pino({ level: config.logLevel }, pino.destination({ fd: 2, sync: false }));
  if (services.chatModel) void watchChatModel(services.chatModel, log);
  warmSegmenter();
  let ready = false;

  const live = liveReplies();
  const { intake, answered, connect } = openIntake(store, clock);
  const telegram =
    config.telegram.mode === "polling" ? telegramChannel({ config: config.telegram, intake, log, words: knowledge.answerWordings }) : null;
  const channels: readonly Channel[] = telegram ? [live.channel, telegram] : [live.channel];
  const senders = new Map(channels.map((channel) => [channel.name, outboxSender(store, channel, clock, log)]));
  const wakeAll = () => {
    for (const sender of senders.values()) sender.wake();
  };
  const queue = conversationQueue({
    store,
    answerer: services.answerer,
    onSentence: ({ channel, conversation }, text) => {
      if (channel === "web") live.draft(conversation, text);
    },
    log,
    channels: channels.map((channel) => channel.name),
    onAnswered: (answer) => {
      answered(answer);
      wakeAll();
    },
  });
  connect(queue);

  const app = createWeb(
    {
      intake,
      desk: services.requests,
      store,
      knowledge,
      clock,
      live,
      drafts: services.chatModel !== null,
      ready: () => ready,
      parsePlace: (text) => {
        try {
          return knowledge.places.read(text);
        } catch (cause) {
          if (cause instanceof ZhengwenError && cause.code === "unknown_place") return null;
          throw cause;
        }
      },
      forceStatus: (versionId) => retrieval.statusOf(versionId, dateNumber(dayInShanghai(clock()))),
    },
    {},
    (error, method, path) => log.error({ error: error instanceof Error ? error.message : String(error), method, path }, "a page failed"),
  );
  const { secret } = ensureAdminSecret(store, clock);
  app.route("/console", createConsole({ store, knowledge, clock, curated, secureCookies: false }));

  const server = await listen(app.fetch, config.port, config.host);
  const address = server.address() as AddressInfo;
  const host = config.host === "0.0.0.0" || config.host === "::" ? "localhost" : config.host;
  const url = `http://${host === "127.0.0.1" ? "localhost" : host}:${address.port}`;

  queue.drain();
  for (const channel of channels) await channel.start();
  // by the clock too: an article may end on a day without a new index
  const withdrawStale = () => {
    try {
      const stale = curated.sweep();
      if (stale.length > 0) log.warn({ stale }, "curated answers rest on texts that no longer hold; an editor is to look at them");
    } catch (cause) {
      log.error({ error: cause instanceof Error ? cause.message : "unknown" }, "the curated answers could not be looked through");
    }
  };
  const refresh = setInterval(() => {
    retrieval.refresh().then(
      (changed) => {
        if (changed) log.info({ generation: retrieval.generation() }, "a new index answers now");
        withdrawStale();
      },
      (cause) =>
        log.error(
          { error: cause instanceof Error ? cause.message : "unknown" },
          "the new index cannot be used; the previous one answers on",
        ),
    );
  }, refreshMs);
  const sweeper = startSweeper({ store, vault: services.vault, knowledge, clock }, log);
  ready = true;

  return {
    url: `${url}/`,
    consoleUrl: `${url}/console`,
    adminSecret: secret,
    channels: ["web", ...(telegram ? ["telegram"] : [])],
    stop: async () => {
      ready = false;
      clearInterval(refresh);
      sweeper.stop();
      if (telegram) await telegram.stop();
      await queue.stop(3000);
      for (const sender of senders.values()) await sender.stop(2000);
      await live.channel.stop();
      await close(server);
    },
  };
}

/** Says in the log, once, when the model will not do: at start, else when it is refused later. Quotes answer meanwhile. */
async function watchChatModel(model: OpenaiChatModel, log: Logger): Promise<void> {
  model.onRefused((reason) => log.warn({ reason }, "the chat model is refused; quotes answer"));
  const { ok, detail } = await model.check();
  if (ok) log.info({ detail }, "the chat model answers");
  else log.warn({ detail }, "the chat model does not answer");
}

type Server = ReturnType<typeof serve>;

function listen(fetch: (request: Request) => Response | Promise<Response>, port: number, hostname: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port, hostname }, () => resolve(server));
    server.once("error", (cause: NodeJS.ErrnoException) => {
      const why = cause.code === "EADDRINUSE" ? `port ${port} is taken; set PORT to another` : cause.message;
      reject(new ZhengwenError("already_running", `cannot listen: ${why}`, { cause }));
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    if ("closeAllConnections" in server) setTimeout(() => server.closeAllConnections(), 1000).unref();
  });
}
