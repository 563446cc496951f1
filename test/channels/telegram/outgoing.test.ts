import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatForTelegram } from "../../../src/channels/telegram/outgoing.js";
import { type Citation, type Reply, reply } from "../../../src/domain/reply.js";

const said = (text: string, more: Partial<Reply> = {}) =>
  formatForTelegram(reply({ kind: "answer", outcome: "answered", route: "question", text, ...more }), { generatedLabel: "内容由AI生成" });
const source = (n: number, url: string | null): Citation => ({
  n,
  document: "居住证暂行条例",
  article: "第九条",
  path: null,
  url,
  quote: "提交",
  effectiveFrom: null,
  status: "in_force",
  basis: [],
});

describe("a reply for Telegram", () => {
  it("gives the addresses of the sources as text, each once", () => {
    const citations = [source(1, "https://a.gov.cn/1"), source(2, null), source(3, "https://a.gov.cn/1"), source(4, "javascript:alert(1)")];
    expect(said("要带身份证[1]。", { citations }).parts).toEqual(["要带身份证[1]。\n\n[1][3] https://a.gov.cn/1"]);
  });

  it("says when a machine wrote it", () => {
    expect(said("要带身份证。", { generated: true }).parts).toEqual(["要带身份证。\n\n内容由AI生成"]);
  });

  it("makes a button of each choice; the number stands for an id too long for Telegram", () => {
    const choices = [
      { id: "confirm", label: "确认提交" },
      { id: "长".repeat(30), label: "另一件" },
    ];
    expect(said("对吗？", { choices }).buttons).toEqual([
      [{ text: "确认提交", callback_data: "confirm" }],
      [{ text: "另一件", callback_data: "2" }],
    ]);
  });

  it("cuts at a paragraph rather than at the last line", () => {
    const { parts } = said(`${"甲".repeat(2100)}\n\n${"乙".repeat(1500)}\n${"丙".repeat(1500)}`);
    expect(parts.map((part) => part.length)).toEqual([2100, 3001]);
  });

  it("loses nothing, keeps the limit, and cuts through no character", () => {
    const piece = fc.constantFrom("甲".repeat(700), "😀".repeat(900), "。", "\n\n", "\n", "a", "🏠".repeat(2049));
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
        const text = pieces.join("");
        const { parts } = said(text);
        expect(parts.every((part) => part.length <= 4096 && Buffer.from(part).toString() === part)).toBe(true);
        expect(parts.join("").replace(/\s/g, "")).toBe(text.trim() === "" ? "…" : text.replace(/\s/g, ""));
      }),
    );
  });
});
