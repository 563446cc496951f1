import { expect, it } from "vitest";
import { plainDate } from "../../src/domain/plain-date.js";
import { addChatTokens, chatTokensOf } from "../../src/store/chat-tokens.js";
import { openStore } from "../../src/store/open.js";
import { chatTokens } from "../../src/store/schema/index.js";
import { temporaryFolder, temporaryStore } from "../fixtures/home.js";

const monday = plainDate("2026-11-23");
const tuesday = plainDate("2026-11-24");

it("adds up by conversation and by day", () => {
  const store = temporaryStore();
  addChatTokens(store, monday, "一", 30);
  addChatTokens(store, monday, "一", -10);
  addChatTokens(store, monday, "二", 5);
  expect(chatTokensOf(store, monday, "一")).toEqual({ ofDay: 25, ofConversation: 20 });
  expect(chatTokensOf(store, monday, "三")).toEqual({ ofDay: 25, ofConversation: 0 });
  expect(chatTokensOf(store, tuesday, "一")).toEqual({ ofDay: 0, ofConversation: 0 });
});

it("outlives the process", () => {
  const home = temporaryFolder();
  const before = openStore(home);
  addChatTokens(before, monday, "一", 30);
  before.close();
  expect(chatTokensOf(temporaryStore(home), monday, "一")).toEqual({ ofDay: 30, ofConversation: 30 });
});

it("keeps nothing of days that are over", () => {
  const store = temporaryStore();
  addChatTokens(store, monday, "一", 30);
  addChatTokens(store, tuesday, "二", 5);
  expect(store.rows.select().from(chatTokens).all()).toMatchObject([{ day: tuesday, conversation: "二" }]);
});
