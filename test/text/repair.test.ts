import { describe, expect, it } from "vitest";
import { gbkTable } from "../../src/text/gbk.js";
import { repairText } from "../../src/text/repair.js";

const healthy = [
  "街道辦(bàn)理居住證(zhèng)服務(wù)的時(shí)間(jiān)和地點(diǎn)",
  "我街道加強(qiáng)窗口建設(shè),開(kāi)展培訓(xùn),公開(kāi)信息,處(chǔ)理投訴(sù)。",
  "出現(xiàn)問(wèn)題(tí)要及時(shí)處(chǔ)理,公開(kāi)欄(lán)目內(nèi)容每月更新。",
];

/** What a decoder makes of GBK that lost the first byte of the full-width space before a heading. */
function cutOneByte(text: string): string {
  const table = gbkTable();
  const bytes = [...`　${text}`].flatMap((character) => [...(table.bytesOf(character) ?? [0x3f, 0x3f])]).slice(1);
  let decoded = "";
  for (let index = 0; index + 1 < bytes.length; index += 2) decoded += table.character(bytes[index] ?? 0, bytes[index + 1] ?? 0) ?? "";
  return decoded;
}

describe("repairText", () => {
  it("takes readings away and converts to simplified characters", () => {
    const { text, repairs, uncertain } = repairText(healthy.join("\n"));
    expect(text.split("\n")[0]).toBe("街道办理居住证服务的时间和地点");
    expect(repairs).toContain("繁体字转为简体字");
    expect(uncertain).toEqual([]);
  });

  it("restores a heading that was decoded one byte off", () => {
    const damaged = `${cutOneByte("（二）加強")}(qiáng)窗口建設(shè)`;
    expect(damaged.startsWith("。ǘ")).toBe(true);
    const { text, repairs } = repairText([...healthy, damaged].join("\n"));
    expect(text.split("\n").at(-1)).toBe("（二）加强窗口建设");
    expect(repairs.some((repair) => repair.startsWith("GBK错位还原"))).toBe(true);
  });

  it("finds the character of which only the second byte is left", () => {
    const { text } = repairText([...healthy, "近來,F(xiàn)將(jiāng)辦(bàn)法公布"].join("\n"));
    expect(text.split("\n").at(-1)).toBe("近来,现将办法公布");
  });

  it("marks what it cannot know, at its place", () => {
    const { text, uncertain } = repairText("补贴标准是每月\ufffd\ufffd元，以锟斤拷为准。");
    expect(text).toContain("每月");
    expect(uncertain).toHaveLength(2);
    for (const { start, end, text: part } of uncertain) expect(text.slice(start, end)).toBe(part);
  });

  it.each(["latin1", "gbk"])("reads UTF-8 that was taken for %s again", (encoding) => {
    const bytes = new TextEncoder().encode("高龄津贴怎么领取");
    const damaged = encoding === "gbk" ? new TextDecoder("gbk").decode(bytes) : new TextDecoder("latin1").decode(bytes);
    expect(repairText(damaged).text).toBe("高龄津贴怎么领取");
  });

  it("leaves a healthy text alone, also one with English in brackets", () => {
    const text = "手机软件(app)可以预约。\n第一条 为了规范（管理）。";
    expect(repairText(text)).toEqual({ text, repairs: [], uncertain: [] });
  });
});
