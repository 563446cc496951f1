import { describe, expect, it } from "vitest";
import { type DialogState, emptyDialog } from "../../src/answer/dialog.js";
import { withoutExpired } from "../../src/answer/expired-dialog.js";
import { sampleKnowledge } from "../fixtures/request-dialog.js";

const { dialogRules } = sampleKnowledge();
const hour = 3_600_000;
const dialog: DialogState = {
  ...emptyDialog,
  topic: { question: "产假几天" },
  unanswered: "几点开门",
  choices: [{ id: "offer_watch", label: "以后告诉我" }],
};

describe("withoutExpired", () => {
  it("keeps everything that is young enough", () => {
    expect(withoutExpired(dialog, hour, dialogRules)).toEqual(dialog);
  });

  it("forgets each part at its own time", () => {
    const between = ((dialogRules.hours.topic + dialogRules.hours.unanswered) / 2) * hour;
    expect(withoutExpired(dialog, between, dialogRules)).toEqual({ ...dialog, topic: null });
  });

  it("has nothing left in the end", () => {
    expect(withoutExpired(dialog, 10_000 * hour, dialogRules)).toEqual(emptyDialog);
  });

  it("keeps all when the clock was put back", () => {
    expect(withoutExpired(dialog, -hour, dialogRules)).toEqual(dialog);
  });
});
