import type { Logger } from "pino";
import type { CaseParts } from "./requests/case-parts.js";
import { sweeping } from "./requests/index.js";

const everyMs = 60_000;
const sliceMs = 15;

/** Lets time do to requests what no person does, once a minute, a slice at a time so that nobody's message waits for it. */
export function startSweeper(parts: CaseParts, log: Logger): { stop(): void } {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  const sweep = async () => {
    try {
      let begun = performance.now();
      for (const { failed } of sweeping(parts)) {
        if (failed.length > 0) log.error({ failed }, "a request could not be swept");
        if (isStopped) return;
        if (performance.now() - begun < sliceMs) continue;
        await new Promise(setImmediate);
        begun = performance.now();
      }
    } catch (cause) {
      log.error({ error: cause instanceof Error ? cause.message : "unknown" }, "the requests could not be swept");
    }
    if (!isStopped) timer = setTimeout(sweep, everyMs).unref();
  };
  timer = setTimeout(sweep, 0);
  return {
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
