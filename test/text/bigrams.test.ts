import { expect, it } from "vitest";
import { bigramsOf } from "../../src/text/bigrams.js";

it("gives each pair of neighbours once, without signs and spaces", () => {
  expect([...bigramsOf("加装 电梯，电梯")]).toEqual(["加装", "装电", "电梯", "梯电"]);
  expect([...bigramsOf("电")]).toEqual([]);
});
