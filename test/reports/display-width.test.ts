import { describe, expect, it } from "vitest";
import { displayWidth, padToWidth, wrapToWidth } from "../../src/reports/display-width.js";

describe("widths in a terminal", () => {
  it.each([
    ["abc 12", 6],
    ["街道", 4],
    ["（一）", 6],
    ["１２", 4],
    ["〔2021〕", 8],
    ["𠮷", 2],
    ["“三”", 4],
    ["–", 1],
  ])("%s takes %i columns", (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  it("fills up on either side, and leaves what is too wide", () => {
    expect([padToWidth("街道", 6), padToWidth("街道", 6, "right"), padToWidth("街道办", 4)]).toEqual(["街道  ", "  街道", "街道办"]);
  });

  it("breaks at the width, and never before punctuation", () => {
    expect(wrapToWidth("予以公开部分", 8)).toEqual(["予以公开", "部分"]);
    expect(wrapToWidth("不再处理、其他", 8)).toEqual(["不再处理、", "其他"]);
    expect(wrapToWidth("", 8)).toEqual([""]);
  });
});
