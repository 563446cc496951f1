import { expect, it } from "vitest";
import { openBudget } from "../../../src/models/chat/budget.js";
import { ledgerInMemory } from "../../fixtures/token-ledger.js";

function opened(limits = { tokensOfDay: 100, tokensOfConversation: 40 }) {
  let now = new Date("2026-11-23T15:59:00Z");
  const ledger = ledgerInMemory();
  const budget = openBudget(ledger, limits, () => now);
  return { budget, ledger, limits, at: (time: string) => (now = new Date(time)) };
}

it("lets a conversation spend what it has, to the last token", () => {
  const { budget } = opened();
  budget.reserve("一", 30)(30);
  expect(budget.lacks("一", 10)).toBeNull();
  expect(budget.lacks("一", 11)).toBe("budget_of_conversation");
  expect(budget.lacks("二", 40)).toBeNull();
});

it("lets all conversations together spend what the day has", () => {
  const { budget } = opened();
  for (const conversation of ["一", "二", "三"]) budget.reserve(conversation, 30)(30);
  expect(budget.lacks("四", 10)).toBeNull();
  expect(budget.lacks("四", 11)).toBe("budget_of_day");
});

it("counts what is under way as spent, and gives back what was not", () => {
  const { budget } = opened();
  const settle = budget.reserve("一", 40);
  expect(budget.lacks("一", 1)).toBe("budget_of_conversation");
  settle(15);
  expect(budget.lacks("一", 25)).toBeNull();
});

it("begins anew at midnight in Shanghai", () => {
  const { budget, at } = opened();
  budget.reserve("一", 40)(40);
  expect(budget.lacks("一", 1)).toBe("budget_of_conversation");
  at("2026-11-23T16:00:00Z");
  expect(budget.lacks("一", 40)).toBeNull();
});

it("settles on the day that the call began", () => {
  const { budget, at } = opened();
  const settle = budget.reserve("一", 40);
  at("2026-11-23T16:00:00Z");
  settle(10);
  expect(budget.lacks("一", 40)).toBeNull();
  expect(budget.lacks("一", 41)).toBe("budget_of_conversation");
});

it("lets nobody spend anything when it is 0", () => {
  expect(opened({ tokensOfDay: 0, tokensOfConversation: 0 }).budget.lacks("一", 1)).toBe("budget_of_day");
});
