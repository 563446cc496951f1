import { describe, expect, it } from "vitest";
import { stepNames } from "../../src/answer/step.js";
import { channelNames } from "../../src/domain/message.js";
import { outcomes, replyKinds, routes } from "../../src/domain/reply.js";
import { requestStates, requestTypes } from "../../src/domain/request.js";
import { loadConsoleWords } from "../../src/knowledge/console.js";
import { knowledgeFolder } from "../../src/paths.js";
import { verdicts } from "../../src/store/schema/index.js";

describe("the words of the console", () => {
  const words = loadConsoleWords(knowledgeFolder);

  for (const [list, members] of [
    ["outcomes", outcomes],
    ["routes", routes],
    ["replyKinds", replyKinds],
    ["requestTypes", requestTypes],
    ["requestStates", requestStates],
    ["channels", channelNames],
    ["verdicts", verdicts],
  ] as const) {
    it(`name every one of the ${list}, each differently`, () => {
      const named: Readonly<Record<string, string>> = words[list];
      expect(Object.keys(named).sort()).toEqual([...members].sort());
      expect(new Set(Object.values(named)).size).toBe(members.length);
    });
  }

  it("name every step of the pipeline, and none that is gone", () => {
    expect(Object.keys(words.steps).sort()).toEqual([...stepNames].sort());
  });
});
