import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { creditCodeProblem, idCardProblem } from "../../src/text/identity-numbers.js";

const today = "2026-11-23";

describe("a number of an identity card (GB 11643-1999)", () => {
  it.each([
    ["440106199001011235", null, "right"],
    ["11010519491231002X", null, "X is ten"],
    ["440106199001011230", "check_digit", "the last digit is wrong"],
    ["440106199002301235", "date", "30 February"],
    ["440106203001011230", "date", "born in the future"],
    ["440106900101123", "length", "fifteen digits, out of use since 2013"],
    ["44010619900101123", "length", "a digit is missing"],
    ["", "length", "nothing"],
  ] as const)("%s: %s, %s", (number, problem, _why) => {
    expect(idCardProblem(number, today)).toBe(problem);
  });

  it("notices each single digit written wrong, and each swap of neighbours that differ", () => {
    const right = "440106199001011235";
    const wrong = fc.tuple(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 })).map(([place, by]) => {
      const digit = (Number(right[place]) + by) % 10;
      return `${right.slice(0, place)}${digit}${right.slice(place + 1)}`;
    });
    fc.assert(fc.property(wrong, (number) => idCardProblem(number, today) !== null));
    for (let place = 0; place < 16; place++) {
      const [one = "", other = ""] = [right[place], right[place + 1]];
      const swapped = `${right.slice(0, place)}${other}${one}${right.slice(place + 2)}`;
      if (one !== other) expect(idCardProblem(swapped, today)).not.toBeNull();
    }
  });
});

describe("a unified social credit code (GB 32100-2015)", () => {
  it.each([
    ["91350100M000100Y43", null, "the standard's own example"],
    ["91350100M000100Y44", "check_digit", "its check character is wrong"],
    ["91350100M000100Y4", "length", "a character is missing"],
    ["91350100M000100I43", "length", "I is not in the alphabet"],
  ] as const)("%s: %s, %s", (code, problem, _why) => {
    expect(creditCodeProblem(code)).toBe(problem);
  });
});
