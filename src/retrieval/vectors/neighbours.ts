import type { HierarchicalNSW } from "hnswlib-node";
import { dequantise, type VectorTable } from "./quantise.js";

/**
 * Chunks in a segment above which a graph of neighbours is built (Malkov and Yashunin, Efficient and robust approximate nearest neighbor
 * search using Hierarchical Navigable Small World graphs, 2018). Below it the exact scan is as fast and needs no graph: docs/benchmarks.md.
 */
export const graphAbove = 500_000;

/** Neighbours of each point, and how widely the building looks: recall@10 of .98 and more against the exact scan. */
const links = 16;
const widthOfBuilding = 100;
const seed = 20_260_101;

/** A graph of nearest neighbours over the vectors of one segment. */
export type Neighbours = {
  /** About the nearest `count` chunks, nearest first. */
  nearest(query: Float32Array, count: number): readonly number[];
};

/** Why there is no graph, for `doctor`: null when the native module is there. */
export async function neighboursMissing(load: LoadNative = nativeModule): Promise<string | null> {
  return (await load()) ? null : "hnswlib-node could not be loaded: every search is exact, slower on very large collections";
}

/** What writes the graph of a segment, or null when it is too small for one or the native module was not built. */
export async function neighbourWriter(
  table: VectorTable | null,
  above: number = graphAbove,
  load: LoadNative = nativeModule,
): Promise<((file: string) => Promise<void>) | null> {
  if (!table || table.scales.length <= above) return null;
  const native = await load();
  if (!native) return null;
  return async (file) => {
    const count = table.scales.length;
    const graph = new native.HierarchicalNSW("ip", table.dimension);
    graph.initIndex(count, links, widthOfBuilding, seed);
    for (let row = 0; row < count; row++) {
      graph.addPoint(Array.from(dequantise(table, row)), row);
      if (row % 512 === 0) await new Promise((resume) => setImmediate(resume));
    }
    await graph.writeIndex(file);
  };
}

/**
 * Opens a graph whose file was verified by its hash: the library crashes on a damaged one.
 * @returns null when the native module was not built
 */
export async function openNeighbours(file: string, dimension: number, load: LoadNative = nativeModule): Promise<Neighbours | null> {
  const native = await load();
  if (!native) return null;
  const graph: HierarchicalNSW = new native.HierarchicalNSW("ip", dimension);
  await graph.readIndex(file);
  return {
    nearest: (query, count) => {
      const wanted = Math.min(count, graph.getCurrentCount());
      graph.setEf(Math.max(2 * wanted, widthOfBuilding));
      return graph.searchKnn(Array.from(query), wanted).neighbors;
    },
  };
}

/** Gives the native module, or null where it could not be built. */
export type LoadNative = () => Promise<{ readonly HierarchicalNSW: typeof HierarchicalNSW } | null>;

async function nativeModule() {
  try {
    const loaded = await import("hnswlib-node");
    return loaded.default;
  } catch {
    return null;
  }
}
