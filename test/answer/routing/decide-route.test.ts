import { describe, expect, it } from "vitest";
import { decideRoute } from "../../../src/answer/routing/decide-route.js";
import { className } from "../../../src/knowledge/route-model.js";
import { sampleKnowledge } from "../../fixtures/request-dialog.js";

const { routing } = sampleKnowledge();

/** Probabilities by the names of classes; the cues are silent. */
function decided(given: Readonly<Record<string, number>>) {
  const probabilities = Float64Array.from(routing.model.classes, (each) => given[className(each)] ?? 0);
  const cues = { sums: routing.rules.map(() => 0), kinds: routing.rules.map(() => null) };
  return decideRoute({ probabilities, cues }, routing);
}

describe("decideRoute", () => {
  it("holds complaints, help and reports together against a question", () => {
    expect(decided({ question: 0.4, complaint: 0.25, help: 0.35 })).toMatchObject({ route: "help", confidence: 0.6, rival: "question" });
  });

  it("names no rival that is unlikely", () => {
    expect(decided({ question: 0.9, complaint: 0.1 })).toMatchObject({ route: "question", rival: null });
  });

  it("refuses as none of our business only what plainly is", () => {
    expect(decided({ out_of_scope: 0.5, question: 0.3, smalltalk: 0.2 }).route).toBe("question");
    expect(decided({ out_of_scope: 0.7, question: 0.3 }).route).toBe("out_of_scope");
  });

  it("looks up what says too little", () => {
    expect(decided({ unclear: 0.8, complaint: 0.2 })).toMatchObject({ route: "question", unclear: 0.8 });
  });

  it("names the likeliest kind of an attack when no cue does", () => {
    expect(decided({ "attack/prompt": 0.5, "attack/tools": 0.4 })).toMatchObject({ route: "attack", kind: "prompt" });
  });
});
