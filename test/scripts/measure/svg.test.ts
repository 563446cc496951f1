import { describe, expect, it } from "vitest";
import { escaped, freePlace, logScale, logTicks, spreadLabels } from "../../../scripts/measure/svg.js";

describe("a logarithmic axis", () => {
  it("makes each power of ten as long as the next", () => {
    const place = logScale(1, 100, 200);
    expect([1, 10, 100].map(place)).toEqual([0, 100, 200]);
  });

  it("has marks at 1, 2 and 5 that reach around all values", () => {
    expect(logTicks(3, 40)).toEqual([2, 5, 10, 20, 50]);
    expect(logTicks(0.2, 1)).toEqual([0.2, 0.5, 1]);
  });
});

describe("labels", () => {
  it("that would cover each other move apart, in the order of their heights", () => {
    expect(spreadLabels([10, 50, 12], 20)).toEqual([10, 50, 30]);
    expect(spreadLabels([10, 25, 12], 20)).toEqual([10, 50, 30]);
  });

  it("go where nothing is yet", () => {
    const box = (top: number) => ({ left: 0, top, width: 50, height: 18 });
    expect(freePlace([box(0), box(30)], [box(10)])).toEqual(box(30));
    expect(freePlace([box(0), box(12)], [box(10)])).toEqual(box(0));
  });

  it("show signs that XML gives a meaning", () => {
    expect(escaped('a < b & "c"')).toBe("a &lt; b &amp; &quot;c&quot;");
  });
});
