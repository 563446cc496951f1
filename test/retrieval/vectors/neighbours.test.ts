import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { bestChunks } from "../../../src/retrieval/best.js";
import { neighboursMissing, neighbourWriter, openNeighbours } from "../../../src/retrieval/vectors/neighbours.js";
import { quantise, type VectorTable } from "../../../src/retrieval/vectors/quantise.js";
import { vectorScanner } from "../../../src/retrieval/vectors/scan.js";
import { temporaryFolder } from "../../fixtures/home.js";
import { randomNumbers } from "../../fixtures/random.js";

const dimension = 32;
const count = 2_000;

/** Unit vectors around 40 centres, as texts lie around their matters. */
function clustered(size: number, seed: number): Float32Array {
  const random = randomNumbers(seed);
  const spread = (width: number) => Array.from({ length: dimension }, () => width * (random() + random() - 1));
  const centres = Array.from({ length: 40 }, () => spread(1));
  const rows = Array.from({ length: size }, () => {
    const centre = centres[Math.floor(random() * centres.length)] as readonly number[];
    const row = spread(0.5).map((number, place) => number + (centre[place] as number));
    const length = Math.hypot(...row);
    return row.map((number) => number / length);
  });
  return Float32Array.from(rows.flat());
}

const vectors = clustered(count, 1);
const table = quantise(vectors, dimension);
const notBuilt = async () => null;

function exact(scanned: VectorTable, query: Float32Array, wanted: number): readonly number[] {
  const cosines = vectorScanner(scanned).scan(query, [{ start: 0, end: scanned.scales.length }]);
  const best = bestChunks(wanted);
  for (const [chunk, cosine] of cosines.entries()) best.offer(chunk, cosine);
  return [...best.take()];
}

async function written(scanned: VectorTable): Promise<string> {
  const file = join(temporaryFolder(), "neighbours.hnsw");
  await (await neighbourWriter(scanned, 0))?.(file);
  return file;
}

describe.skipIf((await neighboursMissing()) !== null)("a graph of neighbours", () => {
  const opened = async (scanned: VectorTable) => openNeighbours(await written(scanned), dimension);

  it("finds at least 98 of 100 that the exact scan has among its ten nearest", async () => {
    const graph = await opened(table);
    const queries = clustered(200, 1)
      .subarray(0, 200 * dimension)
      .map((number, index) => number + 0.05 * Math.sin(index));
    const found = Array.from({ length: 200 }, (_, row) => {
      const query = queries.subarray(row * dimension, (row + 1) * dimension);
      const expected = new Set(exact(table, query, 10));
      return graph?.nearest(query, 10).filter((chunk) => expected.has(chunk)).length ?? 0;
    });
    const recall = found.reduce((sum, hits) => sum + hits, 0) / (10 * 200);
    expect(recall).toBeGreaterThanOrEqual(0.98);
  });

  it("gives the nearest first", async () => {
    expect((await opened(table))?.nearest(vectors.subarray(70 * dimension, 71 * dimension), 5)[0]).toBe(70);
  });

  it("gives all of them when more are wanted than there are", async () => {
    const few = quantise(vectors.slice(0, 3 * dimension), dimension);
    expect((await opened(few))?.nearest(vectors.subarray(0, dimension), 10).toSorted()).toEqual([0, 1, 2]);
  });
});

describe("no graph", () => {
  it("is written for a segment that is not above the size", async () => {
    expect(await neighbourWriter(table, count)).toBeNull();
  });

  it("is written for a segment of ordinary size", async () => {
    expect(await neighbourWriter(table)).toBeNull();
  });

  it("is written without vectors", async () => {
    expect(await neighbourWriter(null, 0)).toBeNull();
  });

  it("is written or opened where the native module could not be built, and that is said", async () => {
    expect(await neighbourWriter(table, 0, notBuilt)).toBeNull();
    expect(await openNeighbours("neighbours.hnsw", dimension, notBuilt)).toBeNull();
    expect(await neighboursMissing(notBuilt)).toContain("hnswlib-node");
  });
});
