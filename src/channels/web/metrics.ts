import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { counts } from "../../store/counts.js";
import type { Store } from "../../store/open.js";

/** The figures of one running service, in a registry of its own. */
export type Metrics = {
  /** One message answered through the web, and how long its sender waited. */
  answered(outcome: string, seconds: number): void;
  /** The text of /metrics and its content type. */
  print(): Promise<{ readonly text: string; readonly contentType: string }>;
};

/** What the records tell is counted when it is asked for: it is right after a restart, and for every channel. */
export function metrics(store: Store): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: "zhengwen_" });
  const gauge = (name: string, help: string, labelNames: string[]) => new Gauge({ name, help, labelNames, registers: [registry] });
  const messages = gauge("zhengwen_messages", "messages answered, by channel and outcome", ["channel", "outcome"]);
  const requests = gauge("zhengwen_requests", "requests, by type and state", ["type", "state"]);
  const outbox = gauge("zhengwen_outbox", "replies on their way, by channel and state", ["channel", "state"]);
  const seconds = new Histogram({
    name: "zhengwen_web_reply_seconds",
    help: "time from a web message to its reply",
    labelNames: ["outcome"],
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
    registers: [registry],
  });
  return {
    answered: (outcome, waited) => seconds.observe({ outcome }, waited),
    print: async () => {
      const now = counts(store);
      for (const each of [messages, requests, outbox]) each.reset();
      for (const { count, ...labels } of now.messages) messages.set(labels, count);
      for (const { count, ...labels } of now.requests) requests.set(labels, count);
      for (const { count, ...labels } of now.outbox) outbox.set(labels, count);
      return { text: await registry.metrics(), contentType: registry.contentType };
    },
  };
}
