import { kernel } from "./kernel.js";
import type { VectorTable } from "./quantise.js";

/** Chunk numbers from `start` up to, not including, `end`. */
export type Range = { readonly start: number; readonly end: number };

/** Exact cosines of a query with chunks. Keeps its own buffers: one scanner serves one thread. */
export type VectorScanner = {
  readonly dimension: number;
  /**
   * The cosine with each chunk of the ranges, by chunk number; what stands outside of them is left over from earlier calls.
   * @param query of length 1
   */
  scan(query: Float32Array, ranges: readonly Range[]): Float32Array;
};

type Kernel = { dots(rows: number, scales: number, out: number, count: number, query: number, dimension: number, scale: number): void };

// the types of Node declare WebAssembly's types alone
declare const WebAssembly: {
  readonly Memory: new (descriptor: { initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: { env: { memory: object } }) => { readonly exports: unknown };
};

const page = 65_536;
/** A query's numbers are 16-bit integers up to this, so that a sum over 4,096 dimensions stays below 2^31. */
const largestOfQuery = 2_047;
const step = 16;

/** Copies a table into WebAssembly memory, where sixteen bytes are multiplied at a time: 150,000 × 128 take about a millisecond. */
export function vectorScanner(table: VectorTable): VectorScanner {
  const count = table.scales.length;
  const padded = Math.ceil(table.dimension / step) * step;
  const queryAt = 0;
  const scalesAt = 2 * padded;
  const outAt = scalesAt + 4 * count;
  const rowsAt = Math.ceil((outAt + 4 * count) / step) * step;
  const memory = new WebAssembly.Memory({ initial: Math.max(1, Math.ceil((rowsAt + count * padded) / page)) });
  const module = new WebAssembly.Module(Buffer.from(kernel, "base64"));
  const { dots } = new WebAssembly.Instance(module, { env: { memory } }).exports as Kernel;
  new Float32Array(memory.buffer, scalesAt, count).set(table.scales);
  const rows = new Int8Array(memory.buffer, rowsAt, count * padded);
  if (padded === table.dimension) rows.set(table.rows);
  else
    for (let row = 0; row < count; row++) rows.set(table.rows.subarray(row * table.dimension, (row + 1) * table.dimension), row * padded);
  const integers = new Int16Array(memory.buffer, queryAt, padded);
  const cosines = new Float32Array(memory.buffer, outAt, count);

  return {
    dimension: table.dimension,
    scan: (query, ranges) => {
      let most = 0;
      for (const number of query) most = Math.max(most, Math.abs(number));
      const scale = most / largestOfQuery || 1;
      for (let index = 0; index < query.length; index++) integers[index] = Math.round((query[index] as number) / scale);
      for (const { start, end } of ranges)
        if (end > start) dots(rowsAt + start * padded, scalesAt + 4 * start, outAt + 4 * start, end - start, queryAt, padded, scale);
      return cosines;
    },
  };
}
