import { describe, expect, it } from "vitest";
import { emptyDialog } from "../../src/answer/dialog.js";
import type { IncomingMessage } from "../../src/domain/message.js";
import { evaluate } from "../../src/evaluation/evaluate.js";
import type { EvaluationPorts } from "../../src/evaluation/ports.js";
import { answer, rowOf } from "../fixtures/evaluation.js";

/** Repeats what is said, counts the turns in the dialog, and takes 2 ms. */
function echo(asked: IncomingMessage[] = []): EvaluationPorts {
  let time = 0;
  return {
    consultation: {
      rehearse: async (message, _asOf, dialog) => {
        asked.push(message);
        time += 2;
        const turn = Number(dialog.unanswered ?? 0) + 1;
        return { reply: answer(`第${turn}轮：${message.text}`), dialog: { ...emptyDialog, unanswered: String(turn) } };
      },
    },
    titleOf: () => null,
    publicNumbers: [],
    now: () => time,
  };
}

describe("evaluate", () => {
  it("carries the dialog from turn to turn and judges the last reply", async () => {
    const row = { ...rowOf({ must: ["第2轮"] }), turns: ["路灯坏了", "木棉街"] };
    const [judged] = await evaluate([row], echo());
    expect(judged?.reply.text).toBe("第2轮：木棉街");
    expect(judged?.judgement).toMatchObject({ mustMissing: [], ms: [2, 2] });
  });

  it("begins each row anew, in a conversation of its own", async () => {
    const asked: IncomingMessage[] = [];
    const judged = await evaluate([rowOf({}, "一", "a"), rowOf({}, "二", "b")], echo(asked));
    expect(judged.map(({ reply }) => reply.text)).toEqual(["第1轮：一", "第1轮：二"]);
    expect(new Set(asked.map(({ conversation }) => conversation)).size).toBe(2);
  });

  it("keeps no personal data, neither of the message nor of the reply or what was expected", async () => {
    const [judged] = await evaluate([rowOf({ must: ["13800138000", "不在"] }, "我的电话是13800138000")], echo());
    expect(JSON.stringify(judged)).not.toContain("13800138000");
    expect(judged?.judgement.mustMissing).toEqual(["不在"]);
  });

  it("tells how far it is", async () => {
    const told: number[] = [];
    await evaluate([rowOf({}, "一", "a"), rowOf({}, "二", "b")], echo(), (done, total) => told.push(done / total));
    expect(told).toEqual([0.5, 1]);
  });
});
