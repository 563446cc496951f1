import { describe, expect, it } from "vitest";
import { emptyDialog } from "../../src/answer/dialog.js";
import { runPipeline } from "../../src/answer/run-pipeline.js";
import type { Ports, Step, Turn } from "../../src/answer/step.js";
import { nation } from "../../src/domain/place.js";
import { plainDate } from "../../src/domain/plain-date.js";
import { reply } from "../../src/domain/reply.js";
import { loadKnowledge } from "../../src/knowledge/index.js";
import { knowledgeFolder } from "../../src/paths.js";

const turn: Turn = {
  text: "你好",
  maskedText: "你好",
  query: "你好",
  choice: null,
  place: nation,
  asOf: plainDate("2026-11-23"),
  asked: null,
  completed: null,
  chosen: null,
  rival: null,
  beside: null,
  route: null,
  fitting: null,
  hits: [],
  answerability: null,
  passages: [],
  draft: null,
  dialog: emptyDialog,
};
const ports = { knowledge: loadKnowledge(knowledgeFolder) } as Ports;
const goOn: Step = { name: "normalise", run: (each) => ({ kind: "continue", status: "ok", turn: { ...each, text: `${each.text}。` } }) };
const say: Step = {
  name: "offer",
  run: (each) => ({
    kind: "reply",
    status: "said",
    reply: reply({ kind: "smalltalk", outcome: "not_a_question", route: "smalltalk", text: each.text }),
    dialog: each.dialog,
  }),
};
const breaks: Step = {
  name: "retrieve",
  run: () => {
    throw new TypeError("手机号13800000000");
  },
};

describe("the pipeline's runner", () => {
  it("hands each step what the one before learned and stops at the first reply", async () => {
    const ending = await runPipeline([goOn, goOn, say, breaks], turn, ports);
    expect(ending).toMatchObject({ kind: "reply", reply: { text: "你好。。" } });
    expect(ending.trace.map((entry) => `${entry.step} ${entry.status}`)).toEqual(["normalise ok", "normalise ok", "offer said"]);
  });

  it("turns an unforeseen error into an apology, and traces its kind without its message", async () => {
    const ending = await runPipeline([goOn, breaks, say], turn, ports);
    expect(ending).toMatchObject({ kind: "reply", reply: { outcome: "failed" } });
    expect(ending.trace.at(-1)).toMatchObject({ step: "retrieve", status: "failed: TypeError" });
    expect(JSON.stringify(ending)).not.toContain("13800000000");
  });

  it("changes nothing that was passed in", async () => {
    const before = structuredClone({ ...turn });
    await runPipeline([goOn, say], turn, ports);
    expect(turn).toEqual(before);
  });
});
