import type { PlainDate } from "../domain/plain-date.js";
import { isPlainDate } from "../domain/plain-date.js";
import type { FlowWordings } from "../knowledge/flow-wordings.js";
import type { FlowNode } from "../knowledge/flows/index.js";
import type { Gazetteer } from "../knowledge/places.js";
import { datesIn } from "../text/dates.js";
import { normaliseText } from "../text/normalise.js";
import { numbersIn, readChinese } from "../text/numerals.js";
import { toSimplified } from "../text/traditional.js";

/** Why a text is no answer, for a kind word about it. */
export type WrongAnswer = Exclude<keyof FlowWordings["wrong"], "again">;

export type ReadAnswer =
  /** `asMonth`: only the month was said, and its first day is taken. */
  | { readonly kind: "given"; readonly answer: string; readonly asMonth: boolean }
  | { readonly kind: "unknown" }
  | { readonly kind: "wrong"; readonly why: WrongAnswer };

/** What reading an answer needs to know. `labels`: the options as they were shown, by name. */
export type Reading = {
  readonly today: PlainDate;
  readonly places: Gazetteer;
  readonly words: Pick<FlowWordings, "understands" | "says">;
  readonly labels: Readonly<Record<string, string>>;
};

/** Reads what a resident answers to a question, in the words that residents use. */
export function readAnswer(node: FlowNode, said: string, reading: Reading): ReadAnswer {
  const text = toSimplified(normaliseText(said));
  const read = reader(node, text, reading);
  const isUnknown = reading.words.understands.unknown.some((pattern) => pattern.test(text));
  return read.kind === "wrong" && isUnknown ? { kind: "unknown" } : read;
}

function reader(node: FlowNode, text: string, reading: Reading): ReadAnswer {
  switch (node.kind) {
    case "choice":
      return readChoice(text, reading);
    case "number":
      return readNumber(node, text, reading);
    case "date":
      return readDate(node, text, reading);
    case "place":
      return readPlace(text, reading);
  }
}

const given = (answer: string, asMonth = false): ReadAnswer => ({ kind: "given", answer, asMonth });
const wrong = (why: WrongAnswer): ReadAnswer => ({ kind: "wrong", why });

const punctuation = /[。！!.、，,？?\s]+$/;
const ordinalWords = /^(?:我?选择?|第)?\s*([0-9]{1,2}|[一二两三四五六七八九十])\s*(?:个|项|号|种)?$/;
const circled = "①②③④⑤⑥⑦⑧⑨";

function readChoice(written: string, { labels, words }: Reading): ReadAnswer {
  const text = written.replace(punctuation, "");
  const names = Object.keys(labels);
  const exact = names.find((name) => name === text || labels[name] === text || labels[name]?.replace(punctuation, "") === text);
  if (exact !== undefined) return given(exact);
  const number = circled.includes(text) && text.length === 1 ? circled.indexOf(text) + 1 : numberWord(ordinalWords.exec(text)?.[1]);
  const numbered = number === null ? undefined : names[number - 1];
  if (numbered !== undefined) return given(numbered);
  const meant = byAgreement(text, labels, words) ?? byMention(text, labels);
  return meant === null ? wrong("no_option") : given(meant);
}

function numberWord(text: string | undefined): number | null {
  if (text === undefined) return null;
  return /^[0-9]+$/.test(text) ? Number(text) : readChinese(text);
}

/** 是的 is the one option that begins with 是, 有, 能 …; 没有 the one that begins with 没, 不 … */
function byAgreement(text: string, labels: Reading["labels"], { understands, says }: Reading["words"]): string | null {
  const any = (patterns: readonly RegExp[], part: string) => patterns.some((pattern) => pattern.test(part));
  const kind = any(understands.no, text) ? "no" : any(understands.yes, text) ? "yes" : null;
  if (kind === null) return null;
  const fitting = Object.entries(labels).filter(([, label]) => any(says[kind], label));
  return fitting.length === 1 ? (fitting[0]?.[0] ?? null) : null;
}

/** The longest option that stands in the text, or the one in which the text stands; none that is denied. */
function byMention(text: string, labels: Reading["labels"]): string | null {
  const entries = Object.entries(labels);
  const inText = entries.filter(([, label]) => {
    const at = text.indexOf(label);
    return label.length >= 2 && at >= 0 && !/[不没无非未别]$/.test(text.slice(0, at).replace(/[是有]$/, ""));
  });
  const longest = Math.max(0, ...inText.map(([, label]) => label.length));
  const named = inText.filter(
    ([, label]) => label.length === longest || !inText.some(([, other]) => other !== label && other.includes(label)),
  );
  if (named.length === 1) return named[0]?.[0] ?? null;
  if (named.length > 1 || text.length < 2) return null;
  const around = entries.filter(([, label]) => label.includes(text));
  return around.length === 1 ? (around[0]?.[0] ?? null) : null;
}

/** Units that say the same. */
const sameUnits = ["天 日 号", "个月 月 个月份", "年 周年", "岁 周岁", "元 块", "个 名 人 口 孩 胎 只", "小时 时 个小时"].map((line) =>
  line.split(" "),
);
const timeUnits = new Set(["天", "日", "个月", "月", "年", "岁", "周岁", "小时", "周", "星期", "个星期"]);

const range = /[0-9一二两三四五六七八九十]\s?(?:到|至|[~～—–-])\s?[0-9一二两三四五六七八九十]/;

type NumberNode = Extract<FlowNode, { readonly kind: "number" }>;

function readNumber(node: NumberNode, text: string, { words }: Reading): ReadAnswer {
  if (words.understands.none.some((pattern) => pattern.test(text))) return inBounds(0, node);
  const plain = text.replace(punctuation, "");
  const half = /^(?:大?约|差不多|快|有)?半/.test(plain) ? 0.5 : null;
  if (half !== null) return inBounds(half, node);
  const chinese = readChinese(plain);
  if (chinese !== null) return inBounds(chinese, node);
  if (range.test(text)) return wrong("several_numbers");
  const isNegative = /[-−负]\s?[0-9零一二两三四五六七八九十]/.test(text);
  const found = numbersIn(text).filter(({ ordinal }) => !ordinal);
  const ofUnit = found.filter(({ unit }) => unit !== null && isSameUnit(unit, node.unit));
  const wanted = ofUnit.length > 0 ? ofUnit : found;
  const [first] = wanted;
  if (!first) return wrong("no_number");
  if (new Set(wanted.map(({ value }) => value)).size > 1) return wrong("several_numbers");
  if (first.unit !== null && timeUnits.has(first.unit) && !isSameUnit(first.unit, node.unit)) return wrong("other_unit");
  // 两个半, 两年半
  const andHalf = /^(?:多)?半/.test(text.slice(first.end)) ? 0.5 : 0;
  return inBounds((isNegative ? -1 : 1) * (first.value + andHalf), node);
}

function isSameUnit(one: string, other: string): boolean {
  return one === other || sameUnits.some((units) => units.includes(one) && units.includes(other));
}

function inBounds(value: number, { min, max, decimals }: NumberNode): ReadAnswer {
  if (value < min) return wrong("too_small");
  if (value > max) return wrong("too_large");
  const text = String(value);
  return (text.split(".")[1] ?? "").length > decimals ? wrong("too_exact") : given(text);
}

type DateNode = Extract<FlowNode, { readonly kind: "date" }>;
/** Birthdays of before the republic too, and eight digits without marks. */
const wholeDate = /(?<![0-9])((?:18|19|20)[0-9]{2})(?:年|[-/.])?\s?([0-9]{1,2})(?:月|[-/.])?\s?([0-9]{1,2})[日号]?(?![0-9])/;
const eightDigits = /(?<![0-9])((?:18|19|20)[0-9]{2})([0-9]{2})([0-9]{2})(?![0-9])/;
const monthOnly = /(?<![0-9])((?:18|19)[0-9]{2})(?:年|[-/.])\s?([0-9]{1,2})月?(?![0-9])/;

function readDate(node: DateNode, text: string, { today }: Reading): ReadAnswer {
  const [, year = "", month = "", day = ""] = eightDigits.exec(text) ?? separated(text) ?? [];
  const written = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (isPlainDate(written)) return withinDates(written, false, node, today);
  if (year !== "") return wrong("no_date");
  const [named] = datesIn(text, today);
  if (named?.precision === "year") return wrong("only_year");
  if (named) return withinDates(named.from, named.precision !== "day", node, today);
  const [, oldYear = "", oldMonth = ""] = monthOnly.exec(text) ?? [];
  const first = `${oldYear}-${oldMonth.padStart(2, "0")}-01`;
  if (isPlainDate(first)) return withinDates(first, true, node, today);
  return /^\s*(?:18|19|20)[0-9]{2}\s*年?$/.test(text) ? wrong("only_year") : wrong("no_date");
}

/** The year, month and day of a date whose parts are marked off: 201011 is none. */
function separated(text: string): RegExpExecArray | null {
  const found = wholeDate.exec(text);
  return found && /(?:年|[-/.])/.test(found[0]) && /(?:月|[-/.].*[-/.])/.test(found[0]) ? found : null;
}

function withinDates(date: PlainDate, asMonth: boolean, { earliest, latest }: DateNode, today: PlainDate): ReadAnswer {
  if (date < earliest) return wrong("too_early");
  const last = latest === "today" ? today : latest;
  return last !== "none" && date > last ? wrong("too_late") : given(date, asMonth);
}

function readPlace(text: string, { places }: Reading): ReadAnswer {
  const plain = text.replace(punctuation, "");
  const direct = placeNamed(plain, places);
  if (direct !== null) return given(direct);
  const mentions = places.mentionsIn(text).map(({ place }) => place);
  const narrowest = mentions.toSorted((a, b) => b.split("/").length - a.split("/").length)[0];
  return narrowest === undefined ? wrong("no_place") : given(narrowest);
}

function placeNamed(text: string, places: Gazetteer): string | null {
  try {
    return places.read(text);
  } catch {
    return null;
  }
}
