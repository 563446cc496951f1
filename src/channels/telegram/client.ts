import http from "node:http";
import https from "node:https";
import { Telegram } from "telegraf";
import type { TelegramConfig } from "../../config.js";
import { markNotConnected } from "./errors.js";

type CallOptions = NonNullable<Parameters<Telegram["callApi"]>[2]>;

/** telegraf's client with a limit on every call: it would wait 500 seconds by itself. */
export type TelegramClient = {
  readonly api: Telegram;
  /**
   * Runs a call, and breaks it off after `withinMs`, or as soon as `stop` aborts.
   * @throws what telegraf throws; `translateError` reads it
   */
  limited<T>(withinMs: number, work: (options: CallOptions) => Promise<T>, stop?: AbortSignal): Promise<T>;
  /** Calls under way, and those made from now on, have this long. */
  hurry(withinMs: number): void;
};

const connectWithinMs = 10_000;

export function telegramClient({ token, apiRoot }: Extract<TelegramConfig, { mode: "polling" }>): TelegramClient {
  const api = new Telegram(token.reveal(), { apiRoot });
  // telegraf takes no agent of ours for http, so it is set afterwards
  api.options.agent = freshConnections(apiRoot);
  const underWay = new Set<AbortController>();
  let mostMs = Number.POSITIVE_INFINITY;
  return {
    api,
    limited: async (withinMs, work, stop) => {
      const limit = new AbortController();
      const abort = () => limit.abort();
      const timer = setTimeout(abort, Math.min(withinMs, mostMs));
      stop?.addEventListener("abort", abort);
      underWay.add(limit);
      if (stop?.aborted) abort();
      try {
        // telegraf names the type of a polyfill that Node's signal keeps
        return await work({ signal: limit.signal as NonNullable<CallOptions["signal"]> });
      } finally {
        clearTimeout(timer);
        stop?.removeEventListener("abort", abort);
        underWay.delete(limit);
      }
    },
    hurry: (withinMs) => {
      mostMs = withinMs;
      const called = [...underWay];
      setTimeout(() => {
        for (const limit of called) limit.abort();
      }, withinMs).unref();
    },
  };
}

/**
 * A connection for each call. On a kept one that the other side has just given up nobody can tell whether a message arrived; on a fresh one
 * everything that fails before it is connected is known not to have arrived, and may be tried again.
 */
function freshConnections(apiRoot: string): http.Agent {
  const agent = apiRoot.startsWith("https:") ? new https.Agent({ keepAlive: false }) : new http.Agent({ keepAlive: false });
  const connected = apiRoot.startsWith("https:") ? "secureConnect" : "connect";
  const connect = agent.createConnection.bind(agent);
  agent.createConnection = (options, callback) => {
    const socket = connect(options, callback);
    if (!socket) return socket;
    const timer = setTimeout(
      () => socket.destroy(Object.assign(new Error("no connection in time"), { code: "ETIMEDOUT" })),
      connectWithinMs,
    );
    socket.once("error", markNotConnected);
    socket.once("close", () => clearTimeout(timer));
    socket.once(connected, () => {
      clearTimeout(timer);
      socket.off("error", markNotConnected);
    });
    return socket;
  };
  return agent;
}
