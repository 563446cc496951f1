import { describe, expect, it } from "vitest";
import { type PlotPoint, qualityLatencyPlot } from "../../../scripts/peers/plot.js";

const point = (name: string, p50: number, quality: number): PlotPoint => ({ name, p50, p99: 4 * p50, quality, color: "#112233" });
const plot = (...points: readonly PlotPoint[]) => qualityLatencyPlot("Title", "machine", "R@10", [{ title: "Panel", points }]);
const dots = (svg: string) => [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }));

describe("the plot of quality against time", () => {
  it("puts the faster to the left and the better above", () => {
    const [fast, slow] = dots(plot(point("fast and good", 1, 0.8), point("slow and poor", 50, 0.3)));
    expect(fast?.x).toBeLessThan(slow?.x ?? 0);
    expect(fast?.y).toBeLessThan(slow?.y ?? 0);
  });

  it("names every dot with its quality", () => {
    expect(plot(point("A & B", 1, 0.8), point("C", 50, 0.3))).toMatch(/A &amp; B · 0\.80[\s\S]*C · 0\.30/);
  });
});
