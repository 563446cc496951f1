import { expect, it } from "vitest";
import { findingRules, loadSupport } from "../../src/knowledge/support.js";
import { knowledgeFolder } from "../../src/paths.js";

const support = loadSupport(knowledgeFolder);

it.each(findingRules)("can tell a model what is wrong: %s", (rule) => {
  expect(support.faults[rule]).not.toBe("");
});

it.each(["我们会帮您办好", "街道一定会批", "肯定能领到", "请放心"])("knows a promise: %s", (text) => {
  expect(text.match(support.promises)).not.toBeNull();
});

it.each(["符合条件的可以领取", "街道应当答复", "不能领取"])("takes a rule for no promise: %s", (text) => {
  expect(text.match(support.promises)).toBeNull();
});
