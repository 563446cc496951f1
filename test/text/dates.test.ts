import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainDate } from "../../src/domain/plain-date.js";
import { datesIn } from "../../src/text/dates.js";

const today = plainDate("2026-11-23");
const found = (text: string) => datesIn(text, today).map(({ text: words, day, precision, relation }) => [words, day, precision, relation]);

describe("a date in a text", () => {
  it.each([
    ["去年买的车", "去年", "2025-12-31", "year", "on"],
    ["前年结的婚", "前年", "2024-12-31", "year", "on"],
    ["大前年", "大前年", "2023-12-31", "year", "on"],
    ["今年多少", "今年", "2026-11-23", "year", "on"],
    ["明年几天", "明年", "2027-01-01", "year", "on"],
    ["旧年生嘅", "旧年", "2025-12-31", "year", "on"],
    ["上个月摔了", "上个月", "2026-10-31", "month", "on"],
    ["这个月交", "这个月", "2026-11-23", "month", "on"],
    ["下个月领证", "下个月", "2026-12-01", "month", "on"],
    ["上个月5号", "上个月5号", "2026-10-05", "day", "on"],
    ["昨天去问", "昨天", "2026-11-22", "day", "on"],
    ["寻日去咗", "寻日", "2026-11-22", "day", "on"],
    ["后天办", "后天", "2026-11-25", "day", "on"],
    ["上周去的", "上周", "2026-11-22", "week", "on"],
    ["2020年的时候", "2020年", "2020-12-31", "year", "on"],
    ["2020年5月办的", "2020年5月", "2020-05-31", "month", "on"],
    ["2020年2月29日", "2020年2月29日", "2020-02-29", "day", "on"],
    ["今年1月1日前登记", "今年1月1日前", "2025-12-31", "day", "before"],
    ["去年底", "去年底", "2025-12-31", "month", "on"],
    ["去年年底签的", "去年年底", "2025-12-31", "month", "on"],
    ["2021年初", "2021年初", "2021-01-31", "month", "on"],
    ["2019年上半年", "2019年上半年", "2019-06-30", "month", "on"],
    ["二〇二〇年", "二〇二〇年", "2020-12-31", "year", "on"],
    ["二零一五年十月一号", "二零一五年十月一号", "2015-10-01", "day", "on"],
    ["20年的时候", "20年", "2020-12-31", "year", "on"],
    ["98年那会儿", "98年", "1998-12-31", "year", "on"],
    ["一九年的规定", "一九年", "2019-12-31", "year", "on"],
    ["22年3月签的", "22年3月", "2022-03-31", "month", "on"],
    ["2019年之前", "2019年之前", "2018-12-31", "year", "before"],
    ["2019年前结婚", "2019年前", "2018-12-31", "year", "before"],
    ["2021年以后", "2021年以后", "2026-11-23", "year", "after"],
    ["明年开始", "明年开始", "2027-01-01", "year", "after"],
    ["2027年1月1日起", "2027年1月1日起", "2027-01-01", "day", "after"],
    ["明年1月1日之前", "明年1月1日之前", "2026-11-23", "day", "before"],
    ["十年前", "十年前", "2016-12-31", "year", "on"],
    ["20年前", "20年前", "2006-12-31", "year", "on"],
    ["三个月前", "三个月前", "2026-08-31", "month", "on"],
    ["两年以前", "两年以前", "2024-12-31", "year", "on"],
    ["半年前", "半年前", "2026-05-31", "month", "on"],
    ["10天前", "10天前", "2026-11-13", "day", "on"],
    ["2020-05-01生的", "2020-05-01", "2020-05-01", "day", "on"],
    ["2020.5入职", "2020.5", "2020-05-31", "month", "on"],
    ["7月1日以后", "7月1日以后", "2026-11-23", "day", "after"],
    ["2019年度", "2019年", "2019-12-31", "year", "on"],
    ["前后是2019年前后", "2019年", "2019-12-31", "year", "on"],
  ])("%s", (text, ...expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it("has its place in the text, and the whole of the period that it names", () => {
    const text = "我2020年5月入职的";
    const [date] = datesIn(text, today);
    expect(date).toMatchObject({ from: "2020-05-01", to: "2020-05-31" });
    expect(text.slice(date?.start, date?.end)).toBe("2020年5月");
  });

  it("is one of several", () => {
    expect(found("2015年入职，去年被辞退").map(([words]) => words)).toEqual(["2015年", "去年"]);
  });

  it("is counted from the day that is given", () => {
    expect(datesIn("上个月", plainDate("2026-01-15"))[0]).toMatchObject({ from: "2025-12-01", to: "2025-12-31" });
    expect(datesIn("三个月前", plainDate("2026-02-01"))[0]?.from).toBe("2025-11-01");
  });
});

describe("no date", () => {
  it.each([
    "交了20年社保",
    "住满10年",
    "疫情那年",
    "80年代的房子",
    "90年代",
    "60周岁以上年老体弱",
    "粤府〔2020〕5号",
    "《2020年普法办法》怎么说",
    "要提前30天前通知吗",
    "2021年2月30日",
    "1200年",
    "3000年",
    "第20年",
    "电话20201234",
    "三年后退休",
    "几年前",
    "",
  ])("%s", (text) => {
    expect(found(text)).toEqual([]);
  });
});

it("holds its offsets and a day within the period or beside it, whatever is written", () => {
  const piece = fc.constantFrom(
    "2020",
    "年",
    "月",
    "1",
    "十",
    "去年",
    "底",
    "前",
    "的时候",
    "号",
    "以后",
    "半",
    "个月",
    "两",
    "〇",
    "-",
    "5",
    "明年",
    "起",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join("");
      for (const date of datesIn(text, today)) {
        expect(text.slice(date.start, date.end)).toBe(date.text);
        expect(plainDate(date.day)).toBe(date.day);
        expect(date.from <= date.to).toBe(true);
      }
    }),
  );
});
