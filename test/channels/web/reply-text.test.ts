import { expect, it } from "vitest";
import { replyBlocks } from "../../../src/channels/web/reply-text.js";

const plain = (text: string, sources: readonly number[] = []) =>
  replyBlocks(text, sources).map((block) => [block.kind, block.lines.map((line) => line.map((piece) => piece.text).join(""))]);

it("keeps paragraphs, lines and lists apart", () => {
  expect(plain("可以。\n看情况：\n- 甲\n• 乙\n\n1. 先去\n2、再来")).toEqual([
    ["paragraph", ["可以。", "看情况："]],
    ["bullets", ["甲", "乙"]],
    ["numbers", ["1. 先去", "2、再来"]],
  ]);
});

it("leaves out the list of sources that the cards show", () => {
  expect(plain("可以。[1]\n\n来源\n[1] 《条例》第十八条（2021年12月1日起施行）\n", [1])).toEqual([["paragraph", ["可以。[1]"]]]);
});

it("keeps a list that names more than the cards", () => {
  expect(plain("可以。\n\n来源\n[1] 《条例》\n[2] 《办法》", [1]).flat(2).join()).toContain("[2] 《办法》");
});

it("marks only sources that are there", () => {
  const [block] = replyBlocks("甲[1]乙[7]", [1]);
  expect(block?.lines[0]).toEqual([
    { text: "甲", source: null },
    { text: "[1]", source: 1 },
    { text: "乙", source: null },
    { text: "[7]", source: null },
  ]);
});
