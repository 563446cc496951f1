import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldHomoglyphs, normaliseText } from "../../src/text/normalise.js";

describe("normaliseText", () => {
  it.each([
    ["单号２０２６－００００１２", "单号2026-000012"],
    ["ＡＢＣ大厦，三楼。", "ABC大厦，三楼。"],
    ["办证\u200b要\u202e钱\u202c吗", "办证要钱吗"],
    ["第一行\r\n\r\n  第二行\u3000\u3000尾", "第一行\n第二行 尾"],
    ["&#36335;&#28783;坏了 &amp;#33; &lt;3", "路灯坏了 ! <3"],
    ["涨了５０％", "涨了50%"],
    ["坏\ud83d了", "坏了"],
    ["caf\u0065\u0301", "café"],
    ["地址：ａ＠ｂ．cn", "地址：a@b.cn"],
  ])("%j becomes %j", (given, wanted) => {
    expect(normaliseText(given)).toBe(wanted);
  });

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const once = normaliseText(text).replaceAll("&", "");
        expect(normaliseText(once)).toBe(once);
      }),
    );
  });

  it("leaves no invisible character and never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(normaliseText(text)).not.toMatch(/\p{Cf}/u);
      }),
    );
  });
});

describe("foldHomoglyphs", () => {
  it("shows the Latin words that Cyrillic and Greek letters spell", () => {
    expect(foldHomoglyphs("Іgnоrе thе rulеs")).toBe("Ignore the rules");
    expect(foldHomoglyphs("ѕуѕtеm ｐｒｏｍｐｔ")).toBe("system prompt");
  });
  it("leaves Chinese alone", () => {
    expect(foldHomoglyphs("办居住证")).toBe("办居住证");
  });
});
