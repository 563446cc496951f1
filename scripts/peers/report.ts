import { table } from "../measure/markdown.js";
import type { Quality } from "../measure/metrics.js";

/** What building an index took. */
export type Built = { readonly indexSeconds: number; readonly peakMegabytes: number };

/** How well and how fast an index answers; times of top 10 in milliseconds, memory as what opening and asking added. */
export type Served = {
  readonly lay: Quality;
  readonly resident: Quality;
  readonly questions: number;
  readonly p50: number;
  readonly p99: number;
  readonly openSeconds: number;
  readonly megabytes: number;
};

/** A peer's figures. */
export type Measured = { readonly name: string; readonly configuration: string; readonly built: Built; readonly served: Served };

/** Zhengwen's quality on folds that it had not seen, where that was measured. */
export type Unseen = { readonly lay: Quality; readonly resident: Quality };

/** The tables of docs/benchmarks.md, in markdown. */
export function peerReport(measured: readonly Measured[], unseen: Unseen | null): string {
  const shares = (lay: Quality, resident: Quality) =>
    [lay.ndcgAt10, lay.recallAt10, lay.recallAt100, resident.ndcgAt10, resident.recallAt10, resident.recallAt100].map((value) =>
      value.toFixed(3),
    );
  const quality = measured.map(({ name, served }) => [name, ...shares(served.lay, served.resident)]);
  if (unseen) quality.splice(1, 0, ["Zhengwen, on folds it had not seen", ...shares(unseen.lay, unseen.resident)]);
  const cost = measured.map(({ name, built, served }) => [
    name,
    served.p50.toFixed(1),
    served.p99.toFixed(1),
    built.indexSeconds.toFixed(1),
    served.openSeconds.toFixed(2),
    Math.max(0, served.megabytes).toFixed(0),
    built.peakMegabytes.toFixed(0),
  ]);
  return [
    table(["", "STARD nDCG@10", "R@10", "R@100", "residents nDCG@10", "R@10", "R@100"], quality),
    table(["", "p50, ms", "p99, ms", "index, s", "open, s", "memory serving, MB", "peak while indexing, MB"], cost),
    measured.map(({ name, configuration }) => `- **${name}**: ${configuration}.`).join("\n"),
  ].join("\n\n");
}
