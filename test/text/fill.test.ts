import { expect, it } from "vitest";
import { fillIn, placesIn } from "../../src/text/fill.js";

it("names the places of a wording, each once", () => {
  expect(placesIn("{type} {number}，{type}")).toEqual(["type", "number"]);
});

it("fills them, and never what was filled in", () => {
  expect(fillIn("编号{number}：{matter}", { number: "TS-2026-000001", matter: "写着{number}" })).toBe("编号TS-2026-000001：写着{number}");
});
