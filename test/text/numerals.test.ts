import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { articleName, articleNumber, chineseNumeral } from "../../src/text/articles.js";
import { numbersIn, readChinese } from "../../src/text/numerals.js";

const found = (text: string) => numbersIn(text).map(({ value, unit }) => [value, unit]);

describe("numbersIn", () => {
  it.each<[string, [number, string | null][]]>([
    ["三百二十元", [[320, "元"]]],
    ["两千", [[2000, null]]],
    ["年满四周岁", [[4, "周岁"]]],
    ["两千三", [[2300, null]]],
    ["一百零五天", [[105, "天"]]],
    ["百分之九十", [[90, "%"]]],
    ["百分之十二点五", [[12.5, "%"]]],
    ["千分之三", [[3, "‰"]]],
    ["１０％", [[10, "%"]]],
    ["三分之一", [[1 / 3, null]]],
    ["1/4", [[0.25, null]]],
    ["10万元", [[100_000, "元"]]],
    ["1.5亿元", [[150_000_000, "元"]]],
    ["3千5百元", [[3500, "元"]]],
    ["1,200.50元", [[1200.5, "元"]]],
    ["１，２００元", [[1200, "元"]]],
    ["廿", [[20, null]]],
    [
      "三五天",
      [
        [3, "天"],
        [5, "天"],
      ],
    ],
    [
      "2026年11月23日",
      [
        [2026, "年"],
        [11, "月"],
        [23, "日"],
      ],
    ],
    [
      "2026-11-23",
      [
        [2026, "年"],
        [11, "月"],
        [23, "日"],
      ],
    ],
    [
      "二〇二六年十一月",
      [
        [2026, "年"],
        [11, "月"],
      ],
    ],
    ["三万一千元", [[31_000, "元"]]],
    ["每一百元", [[100, "元"]]],
    ["十分钟", [[10, "分钟"]]],
  ])("%s", (text, wanted) => {
    expect(found(text)).toEqual(wanted);
  });

  it.each(["一般一些统一", "万一", "三轮车停在十字路口", "五险一金", "十分困难", "几十人", "千万不要", "下周一", "百姓百货"])(
    "%s has none",
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );

  it("tells ordinals from counts", () => {
    expect(numbersIn("第三条").map(({ value, unit, ordinal, text }) => ({ value, unit, ordinal, text }))).toEqual([
      { value: 3, unit: "条", ordinal: true, text: "第三条" },
    ]);
    expect(numbersIn("三条")[0]?.ordinal).toBe(false);
  });

  it("says where each number stands", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom("三百二十元", "第五条", "10万", "一般", "，百分之九十", "2026-01-02", "两点五倍"), fc.string()), {
          maxLength: 6,
        }),
        (parts) => {
          const text = parts.join("的");
          for (const number of numbersIn(text)) expect(text.slice(number.start, number.end)).toBe(number.text);
        },
      ),
    );
  });

  it("reads what a naive writer wrote", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 99_999_999 }), (value) => {
        expect(found(`共${naive(value)}元`)).toEqual([[value, "元"]]);
        expect(found(`共${value.toLocaleString("en-US")}元`)).toEqual([[value, "元"]]);
      }),
    );
  });
});

describe("articleNumber", () => {
  it.each([
    ["第一千零四十二条", 1042],
    ["第十条之一", 10],
    ["第18条", 18],
    ["民法典第二百零五条", 205],
  ])("%s is %i", (text, wanted) => {
    expect(articleNumber(text)).toBe(wanted);
  });
  it("finds none where none is", () => {
    expect(articleNumber("第二章")).toBeNull();
  });
  it("reads every name that it writes", () => {
    for (let number = 1; number < 10_000; number++) {
      expect(articleNumber(articleName(number))).toBe(number);
      expect(readChinese(chineseNumeral(number))).toBe(number);
    }
  });
});

/** Ten slow lines: group by four digits, each digit with its place, a single 零 for a gap. */
function naive(value: number): string {
  const high = Math.floor(value / 10_000);
  const low = value % 10_000;
  if (high === 0) return chineseNumeral(low);
  if (low === 0) return `${chineseNumeral(high)}万`;
  return `${chineseNumeral(high)}万${low < 1000 ? "零" : ""}${low >= 10 && low < 20 ? "一" : ""}${chineseNumeral(low)}`;
}
