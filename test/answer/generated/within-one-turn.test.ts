import { expect, it } from "vitest";
import { withinOneTurn } from "../../../src/answer/generated/within-one-turn.js";
import type { ChatCall, ChatModel } from "../../../src/models/chat/chat-model.js";

const call: ChatCall = { messages: [], temperature: 0, mostTokens: 1, conversation: "k", within: 1_000 };

/** A model that takes all the time that it is given; `given` is what each call was given. */
function slowModel() {
  const given: number[] = [];
  const model: ChatModel = {
    name: "slow",
    check: async () => ({ ok: true, detail: "" }),
    ask: async ({ within }) => {
      given.push(within);
      await new Promise((resolve) => setTimeout(resolve, within + 5));
      return { kind: "silent", why: "no_time" };
    },
  };
  return { model, given };
}

it("gives a call no more than the turn has", async () => {
  const { model, given } = slowModel();
  await withinOneTurn(model, 30).ask(call);
  expect(given).toEqual([30]);
});

it("asks no more when the time of the turn is spent", async () => {
  const { model, given } = slowModel();
  const shared = withinOneTurn(model, 30);
  await shared.ask(call);
  expect(await shared.ask(call)).toEqual({ kind: "silent", why: "no_time" });
  expect(given).toHaveLength(1);
});

it("leaves a call that wants less what it wants", async () => {
  const { model, given } = slowModel();
  await withinOneTurn(model, 10_000).ask({ ...call, within: 5 });
  expect(given).toEqual([5]);
});
