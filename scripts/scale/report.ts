import { graphAbove } from "../../src/retrieval/vectors/neighbours.js";
import { table } from "../measure/markdown.js";
import type { GraphCost, SizeCost } from "./measured.js";
import type { GrowthPanel } from "./plot.js";

const thousands = (value: number) => value.toLocaleString("en-US");
const shown = (value: number | null, digits: number) => (value === null ? "–" : value.toFixed(digits));

/** What each size costs, in markdown. */
export function sizeTable(costs: readonly SizeCost[]): string {
  const head = ["chunks", "index, s", "search p50, ms", "p99, ms", "memory, MB", "index on disk, MB", "changed document searchable, s"];
  return table(
    head,
    costs.map((cost) => [
      cost.kind === "real" ? thousands(cost.chunks) : `${thousands(cost.chunks)}, ${cost.kind}`,
      shown(cost.indexSeconds, 1),
      shown(cost.p50, 1),
      shown(cost.p99, 1),
      shown(cost.memory, 0),
      shown(cost.disk, 0),
      shown(cost.changedSeconds, 2),
    ]),
  );
}

/** The graph beside the exact scan, in markdown, and where it is used. */
export function graphTable(costs: readonly GraphCost[]): string {
  const head = ["vectors", "graph built, s", "exact scan p50, ms", "graph p50, ms", "graph's recall@10", "graph on disk, MB"];
  const rows = costs.map((cost) => [
    thousands(cost.chunks),
    shown(cost.buildSeconds, 0),
    shown(cost.exactP50, 2),
    shown(cost.graphP50, 2),
    shown(cost.recallAt10, 3),
    shown(cost.disk, 0),
  ]);
  return `${table(head, rows)}\n\nA graph is built for segments of more than ${thousands(graphAbove)} chunks (\`graphAbove\` in src/retrieval/vectors/neighbours.ts).`;
}

/** The panels of the growth plot. */
export function growthPanels(costs: readonly SizeCost[]): readonly GrowthPanel[] {
  const lineOf = (name: string, color: string, figureOf: (cost: SizeCost) => number | null) => ({
    name,
    color,
    points: costs
      .filter(({ kind }) => kind !== "simulated, with a graph")
      .flatMap((cost) => {
        const value = figureOf(cost);
        return value === null ? [] : [{ chunks: cost.chunks, value, simulated: cost.kind !== "real" }];
      }),
  });
  return [
    { title: "Search", unit: "ms", lines: [lineOf("p50", "#1f6fb2", ({ p50 }) => p50), lineOf("p99", "#b4530f", ({ p99 }) => p99)] },
    {
      title: "Memory serving, index on disk",
      unit: "MB",
      lines: [lineOf("memory", "#1f6fb2", ({ memory }) => memory), lineOf("disk", "#b4530f", ({ disk }) => disk)],
    },
    { title: "Index from nothing", unit: "s", lines: [lineOf("index", "#1f6fb2", ({ indexSeconds }) => indexSeconds)] },
    {
      title: "One changed document searchable",
      unit: "s",
      lines: [lineOf("change", "#1f6fb2", ({ changedSeconds }) => changedSeconds)],
    },
  ];
}
