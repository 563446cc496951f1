import { describe, expect, it } from "vitest";
import { loadOffice } from "../../src/knowledge/office.js";
import { loadRouting } from "../../src/knowledge/routing.js";
import { loadConversationWordings } from "../../src/knowledge/wordings.js";
import { knowledgeFolder } from "../../src/paths.js";

const office = loadOffice(knowledgeFolder);
const wordings = loadConversationWordings(knowledgeFolder, office);

describe("wordings/conversation.yml", () => {
  it.each(["smalltalk", "attack", "emergency"] as const)("has a text for each kind that a cue of %s names", (route) => {
    const kinds =
      loadRouting(knowledgeFolder)
        .rules.find((rules) => rules.route === route)
        ?.cues.flatMap(({ kind }) => kind ?? []) ?? [];
    expect(Object.keys(wordings[route])).toEqual(expect.arrayContaining([...new Set(kinds)]));
  });

  it("is filled in from office.yml", () => {
    expect(wordings.handover.text).toContain(office.telephone);
    expect(JSON.stringify(wordings)).not.toMatch(/\{\w+\}/);
  });
});
