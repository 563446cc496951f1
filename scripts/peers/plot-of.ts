import type { Quality } from "../measure/metrics.js";
import { type PlotPoint, qualityLatencyPlot } from "./plot.js";
import type { Measured, Unseen } from "./report.js";

const colors = ["#0b6e4f", "#1f6fb2", "#b4530f", "#7b3fa0"];

/** The plot of all peers; Zhengwen stands where it stands with questions that it had not seen, and as shipped as an empty dot. */
export function plotOf(measured: readonly Measured[], unseen: Unseen | null, machine: string): string {
  const pointsOf = (source: "lay" | "resident"): readonly PlotPoint[] => {
    const pointOf = (name: string, { p50, p99 }: { p50: number; p99: number }, quality: Quality, color: string, hollow: boolean) => ({
      name,
      p50,
      p99,
      quality: quality.recallAt10,
      color,
      hollow,
    });
    return measured.flatMap(({ name, served }, index) => {
      const color = colors[index % colors.length] as string;
      if (index > 0 || !unseen) return [pointOf(name, served, served[source], color, false)];
      return [
        pointOf(name, served, unseen[source], color, false),
        pointOf(`${name}, fitted to these`, served, served[source], color, true),
      ];
    });
  };
  return qualityLatencyPlot("Quality against the time of a search", machine, "R@10: right articles among the best ten", [
    { title: "Laypeople's questions, national law (STARD)", points: pointsOf("lay") },
    { title: "Residents' questions, national and Guangdong", points: pointsOf("resident") },
  ]);
}
