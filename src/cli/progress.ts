import { Presets, SingleBar } from "cli-progress";
import type { Preparation } from "../samples.js";

export type ProgressBar = { update(done: number, total: number): void; stop(): void };

/** A progress bar on stderr, shown only to a person at a terminal. */
export function progressBar(label: string): ProgressBar {
  const bar = new SingleBar(
    { format: `${label} {bar} {percentage}% {value}/{total}`, stream: process.stderr, hideCursor: true, clearOnComplete: false },
    Presets.rect,
  );
  let started = false;
  return {
    update: (done, total) => {
      if (!process.stderr.isTTY) return;
      if (started) bar.update(done);
      else bar.start(total, done);
      started = true;
    },
    stop: () => {
      if (started) bar.stop();
      started = false;
    },
  };
}

/** The bar for a home that is being made ready, one for each stage. */
export function preparationBar(): { show(preparation: Preparation): void; stop(): void } {
  const labels = { reading: "reading documents ", indexing: "indexing knowledge" } as const;
  let stage: Preparation["what"] | null = null;
  let bar: ProgressBar | null = null;
  return {
    show: ({ what, done, total }) => {
      if (what !== stage) {
        bar?.stop();
        bar = progressBar(labels[what]);
        stage = what;
      }
      bar?.update(done, total);
    },
    stop: () => bar?.stop(),
  };
}
