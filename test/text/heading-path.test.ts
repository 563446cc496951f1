import { expect, it } from "vitest";
import { headingsOf, pathOf } from "../../src/text/heading-path.js";

it("the path of headings has the outermost first and leaves out what is not there", () => {
  expect(headingsOf(pathOf("交通", null, "", "公交") ?? "")).toEqual(["交通", "公交"]);
  expect(pathOf(null, "")).toBeNull();
});
