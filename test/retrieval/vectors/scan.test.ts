import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quantise } from "../../../src/retrieval/vectors/quantise.js";
import { vectorScanner } from "../../../src/retrieval/vectors/scan.js";

/** A vector of length 1; zeros stay zeros. */
function unit(numbers: readonly number[]): Float32Array {
  const length = Math.hypot(...numbers);
  return Float32Array.from(numbers, (number) => (length === 0 ? 0 : number / length));
}

const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, number, place) => sum + number * (b[place] as number), 0);
const sizeOf = (vector: Float32Array) => vector.reduce((sum, number) => sum + Math.abs(number), 0);
const largestOf = (vector: Float32Array) => vector.reduce((most, number) => Math.max(most, Math.abs(number)), 0);

/** What rounding the row to bytes and the query to 12 bits can cost, and a little for 32-bit floats. */
function tolerance(query: Float32Array, row: Float32Array): number {
  const queryError = largestOf(query) / 2_047 / 2;
  const rowError = largestOf(row) / 127 / 2;
  return rowError * sizeOf(query) + queryError * (sizeOf(row) + query.length * rowError) + 1e-5;
}

const scannerOf = (rows: readonly Float32Array[], dimension: number) =>
  vectorScanner(quantise(Float32Array.from(rows.flatMap((row) => [...row])), dimension));
const all = (rows: readonly unknown[]) => [{ start: 0, end: rows.length }];

const collection = fc.integer({ min: 1, max: 70 }).chain((dimension) => {
  const vector = fc.array(fc.integer({ min: -1_000, max: 1_000 }), { minLength: dimension, maxLength: dimension }).map(unit);
  return fc.record({ dimension: fc.constant(dimension), query: vector, rows: fc.array(vector, { maxLength: 20 }) });
});

describe("a scan", () => {
  it("gives the cosine with each row, but for the rounding, in any dimension", () => {
    fc.assert(
      fc.property(collection, ({ dimension, query, rows }) => {
        const cosines = scannerOf(rows, dimension).scan(query, all(rows));
        expect(cosines).toHaveLength(rows.length);
        for (const [row, vector] of rows.entries())
          expect(Math.abs((cosines[row] as number) - dot(query, vector))).toBeLessThanOrEqual(tolerance(query, vector));
      }),
    );
  });

  it("gives the same for a row whichever range it is in", () => {
    const bounds = fc.array(fc.nat({ max: 20 }), { maxLength: 6 });
    fc.assert(
      fc.property(collection, bounds, ({ dimension, query, rows }, cuts) => {
        const scanner = scannerOf(rows, dimension);
        const whole = scanner.scan(query, all(rows)).slice();
        const places = [0, ...cuts.filter((cut) => cut <= rows.length).sort((a, b) => a - b), rows.length];
        const ranges = places.slice(1).map((end, index) => ({ start: places[index] as number, end }));
        expect(scannerOf(rows, dimension).scan(query, ranges)).toEqual(whole);
      }),
    );
  });

  it("leaves alone what is in no range", () => {
    const rows = [unit([1, 0]), unit([0, 1]), unit([1, 1]), unit([-1, 0])];
    const cosines = scannerOf(rows, 2).scan(unit([1, 0]), [
      { start: 0, end: 1 },
      { start: 3, end: 4 },
      { start: 2, end: 2 },
    ]);
    expect([...cosines].map((cosine) => Number(cosine.toFixed(2)))).toEqual([1, 0, 0, -1]);
  });

  it("remembers nothing of the query before", () => {
    const rows = [unit([1, 2, 3]), unit([3, -1, 0.5])];
    const scanner = scannerOf(rows, 3);
    const before = scanner.scan(unit([1, 0, 2]), all(rows)).slice();
    scanner.scan(unit([-9, 4, 1]), all(rows));
    expect(scanner.scan(unit([1, 0, 2]), all(rows))).toEqual(before);
  });

  it("gives 0 for a query or a row of zeros", () => {
    const rows = [unit([0, 0, 0]), unit([1, 2, 3])];
    const scanner = scannerOf(rows, 3);
    expect([...scanner.scan(new Float32Array(3), all(rows))]).toEqual([0, 0]);
    expect(scanner.scan(unit([1, 1, 1]), all(rows))[0]).toBe(0);
  });

  it("gives nothing where there are no rows", () => {
    expect(scannerOf([], 16).scan(unit([1, ...new Array<number>(15).fill(0)]), [{ start: 0, end: 0 }])).toHaveLength(0);
  });

  it("does not overflow in the most dimensions that it is made for", () => {
    const row = unit(new Array<number>(4_096).fill(1));
    expect(scannerOf([row], 4_096).scan(row, all([row]))[0]).toBeCloseTo(1, 3);
  });

  it("takes more rows than a page of memory holds", () => {
    const rows = Array.from({ length: 5_000 }, (_, row) => unit(Array.from({ length: 20 }, (_, place) => Math.sin(row * 7 + place))));
    const query = rows[4_321] as Float32Array;
    const cosines = scannerOf(rows, 20).scan(query, all(rows));
    for (const row of [0, 777, 4_321, 4_999])
      expect(Math.abs((cosines[row] as number) - dot(query, rows[row] as Float32Array))).toBeLessThanOrEqual(
        tolerance(query, rows[row] as Float32Array),
      );
  });
});
