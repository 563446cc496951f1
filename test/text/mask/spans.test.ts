import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maskPersonalData } from "../../../src/text/mask.js";

const parts = fc.constantFrom(
  "我叫陈志明",
  "联系人：罗嘉欣",
  "女，",
  "13611112222",
  "１３６ １１１１ ２２２２",
  "一三六、一一一一、二二二二",
  "𝟏𝟑𝟔𝟏𝟏𝟏𝟏𝟐𝟐𝟐𝟐",
  "0754-88886666",
  "身份证",
  "44010619870512003X",
  "440106198705120039",
  "卡号6225 8875 1234 5675",
  "我住在福盛里5号楼602室",
  "榕景苑3栋1203",
  "是我家",
  "的业主",
  "粤A·D12345",
  "护照E12345678",
  "luo@example.com",
  "微信luo_jx88",
  "〔姓名〕",
  "〔身份证号〕",
  "粤府〔2021〕3号",
  "我是住喺這裡嘅",
  "，",
  " ",
  "1",
  "\u200b",
  "\ufffc",
  "😀",
);
const anything = fc.array(fc.oneof({ weight: 4, arbitrary: parts }, fc.string({ unit: "binary", maxLength: 8 })), { maxLength: 10 });
const texts = anything.map((list) => list.join(""));

describe("the spans of masking", () => {
  it("are places in the text as given, in order and apart", () => {
    fc.assert(
      fc.property(texts, (text) => {
        let at = 0;
        for (const span of maskPersonalData(text).spans) {
          expect(span.start).toBeGreaterThanOrEqual(at);
          expect(span.end).toBeGreaterThan(span.start);
          expect(text.slice(span.start, span.end)).toBe(span.text);
          at = span.end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it("are none in a text that is masked already", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const masked = maskPersonalData(text);
        expect(maskPersonalData(masked.text)).toEqual({ text: masked.text, spans: [] });
      }),
    );
  });

  it("leave a mark that was there before", () => {
    expect(maskPersonalData("申请人〔姓名〕，电话〔手机号〕").spans).toEqual([]);
  });
});

describe("masking comes to an end", () => {
  // A pattern whose work grows with the square of the text would outlast the test's time many times over.
  it.each([
    "1",
    "1-",
    "1 3 6 ",
    "一",
    "一、",
    "的",
    "我的",
    "我是",
    "我住",
    "我住在",
    "我住在3栋",
    "是我家",
    "姓名 ",
    "a@",
    "a.",
    "微信a",
    "(",
    "𝟏",
    "國",
    "粤A",
  ])("in a hundred thousand characters of %j", (unit) => {
    const text = unit.repeat(100_000 / unit.length);
    expect(maskPersonalData(text).text.length).toBeGreaterThan(0);
  });
});
