import { isPlainDate, type PlainDate } from "../../domain/plain-date.js";

const dated = /(\d{4})年(\d{1,2})月(\d{1,2})日/g;

/** A date as the collection writes it, 2021年8月20日, or null when no calendar has it. */
function dateOf(match: RegExpMatchArray): PlainDate | null {
  const text = `${match[1]}-${match[2]?.padStart(2, "0")}-${match[3]?.padStart(2, "0")}`;
  return isPlainDate(text) ? text : null;
}

/** All dates in a text, in order. */
export function datesIn(text: string): readonly PlainDate[] {
  return [...text.matchAll(dated)].map(dateOf).filter((date) => date !== null);
}

const chineseDigits = "〇一二三四五六七八九";

/** 二〇〇二年一月一日 and 二○○二年 with Arabic digits, so that one expression reads both. */
function arabicDates(text: string): string {
  return text.replace(
    /([〇○Ｏ零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日/g,
    (_, year: string, month: string, day: string) => {
      const digits = [...year].map((digit) => Math.max(0, chineseDigits.indexOf(digit))).join("");
      return `${digits}年${small(month)}月${small(day)}日`;
    },
  );
}

function small(text: string): number {
  const [tens, units] = text.includes("十") ? text.split("十") : ["0", text];
  const value = (digit: string | undefined, empty: number) =>
    digit === undefined || digit === "" ? empty : digit === "0" ? 0 : chineseDigits.indexOf(digit);
  return value(tens, 1) * 10 + value(units, 0);
}

/** The enactment history: the lines between the title and the text, as law collections print them. */
export function latestEnactment(history: string): PlainDate | null {
  const dates = datesIn(history).toSorted();
  return dates.at(-1) ?? null;
}

/**
 * The day from which the text holds, as it says itself: 自2022年1月1日起施行, or a line 2022年1月1日 施行 in its history.
 * Null when it says 自公布之日起, or nothing. A date followed by 的 (自2010年1月1日起施行的《…》) is another text's.
 */
export function statedEffect(history: string, lastArticles: string): PlainDate | null {
  const stated = /(?:自|从|于)(\d{4}年\d{1,2}月\d{1,2}日)(?:零时)?(?:起)?(?:施行|实施|执行|生效|试行)(?!的)/g;
  const inText = [...arabicDates(lastArticles).matchAll(stated)].at(-1);
  const inHistory = [...history.matchAll(/(\d{4}年\d{1,2}月\d{1,2}日)\s*(?:起)?施行/g)].at(-1);
  const found = [inText?.[1], inHistory?.[1]].flatMap((text) => (text ? datesIn(text) : [])).toSorted();
  return found.at(-1) ?? null;
}

/** A title that a text abolishes and the day, null for the day on which the text itself takes effect. */
export type Repeal = { readonly title: string; readonly on: string | null };

const repealClause = /(?:同时|即行|予以|一并|均|也|自(?![行动])\S{0,14})废止/;
/** 一、废止《…》: the line of a decision that does nothing else. */
const decision = /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)])?\s*(?:决定)?废止(《.*)$/;
const quotedTitle = /《([^《》]+(?:《[^《》]+》[^《》]*)?)》/g;

/**
 * The texts that this one abolishes in its closing articles: 本法自2004年1月1日起施行，《…》同时废止. The day is the one named there:
 * an amended law keeps the clause of its first version.
 */
export function repealsIn(lastArticles: string): readonly Repeal[] {
  const repeals: Repeal[] = [];
  for (const line of lastArticles.split("\n")) {
    const decided = decision.exec(line.trim())?.[1];
    const decidedTitle = decided && [...decided.matchAll(quotedTitle)][0]?.[1];
    if (decidedTitle) repeals.push({ title: decidedTitle.trim(), on: null });
    if (decidedTitle || !repealClause.test(line)) continue;
    const on = statedEffect("", line);
    for (const sentence of line.split(/(?<=[。；])/)) {
      if (!repealClause.test(sentence)) continue;
      const before = sentence.slice(0, sentence.lastIndexOf("废止"));
      for (const [, title] of before.matchAll(quotedTitle)) if (title) repeals.push({ title: title.trim(), on });
    }
  }
  return repeals;
}
