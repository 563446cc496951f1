import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dequantise, quantise } from "../../../src/retrieval/vectors/quantise.js";

const number = fc.integer({ min: -1_000, max: 1_000 }).map((thousandths) => thousandths / 1_000);
const table = fc
  .integer({ min: 1, max: 40 })
  .chain((dimension) =>
    fc.tuple(fc.constant(dimension), fc.array(fc.array(number, { minLength: dimension, maxLength: dimension }), { maxLength: 8 })),
  );

describe("quantised vectors", () => {
  it("differ from the numbers by half a step of their row at most", () => {
    fc.assert(
      fc.property(table, ([dimension, rows]) => {
        const quantised = quantise(Float32Array.from(rows.flat()), dimension);
        for (const [row, numbers] of rows.entries()) {
          const step = Math.max(...numbers.map(Math.abs)) / 127;
          const again = dequantise(quantised, row);
          for (const [place, exact] of numbers.entries())
            expect(Math.abs((again[place] as number) - exact)).toBeLessThanOrEqual(step * 0.501);
        }
      }),
    );
  });

  it("quantised again stay as they are", () => {
    fc.assert(
      fc.property(table, ([dimension, rows]) => {
        const once = quantise(Float32Array.from(rows.flat()), dimension);
        const floats = Float32Array.from(rows.flatMap((_, row) => [...dequantise(once, row)]));
        expect(quantise(floats, dimension).rows).toEqual(once.rows);
      }),
    );
  });

  it("of zeros stay zeros", () => {
    const quantised = quantise(new Float32Array(6), 3);
    expect(quantised).toEqual({ dimension: 3, rows: new Int8Array(6), scales: new Float32Array(2) });
    expect([...dequantise(quantised, 1)]).toEqual([0, 0, 0]);
  });

  it("use the whole byte in both directions", () => {
    expect([...quantise(Float32Array.of(0.6, -0.8, 0.5, 0.25), 2).rows]).toEqual([95, -127, 127, 64]);
  });

  it("may be none", () => {
    expect(quantise(new Float32Array(0), 4)).toEqual({ dimension: 4, rows: new Int8Array(0), scales: new Float32Array(0) });
  });
});
