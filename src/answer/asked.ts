import { holdsIn, nation, type Place } from "../domain/place.js";
import { addDays, type PlainDate } from "../domain/plain-date.js";
import { type AskedRule, type AskedRules, dateMark, placeMark } from "../knowledge/asked.js";
import type { Gazetteer, PlaceMention } from "../knowledge/places.js";
import { type DateInText, datesIn } from "../text/dates.js";

/** The day and the place that a question asks about, and the words that say so where it is not today and here. */
export type Asked = {
  readonly day: PlainDate;
  readonly place: Place;
  /** Where the resident is, and the day of the message. */
  readonly home: Place;
  readonly today: PlainDate;
  readonly date: DateInText | null;
  /** Set when the place lies outside the resident's own. */
  readonly elsewhere: PlaceMention | null;
  /** Where the message names the resident's own place, or one above it. */
  readonly here: readonly PlaceMention[];
};

/**
 * Reads from a question for which day and which place it is asked: today's law of the resident's place, unless the rules of
 * `knowledge/asked.yml` say otherwise. A place within the resident's own always narrows it.
 */
export function whatIsAsked(
  question: string,
  home: Place,
  today: PlainDate,
  { asked, places }: { readonly asked: AskedRules; readonly places: Gazetteer },
): Asked {
  const date = dateAsked(question, today, asked);
  const named = places.mentionsIn(question);
  const mentions = named.filter(({ place }) => !holdsIn(place, home));
  const within = mentions.filter(({ place }) => holdsIn(home, place) && home !== nation);
  const narrowest = within.toSorted((a, b) => b.place.split("/").length - a.place.split("/").length)[0];
  const elsewhere = narrowest || home === nation ? null : placeAsked(question, mentions, asked);
  return {
    day: date?.day ?? today,
    place: elsewhere?.place ?? narrowest?.place ?? home,
    home,
    today,
    date,
    elsewhere,
    here: named.filter(({ place }) => place === home),
  };
}

const afterDate = /^(?:的时候|那会儿?|那时候?|那阵子?|那年|当年|时(?!间))?的?/;
/** A place is a part of the title that it begins: 上海市养犬管理条例. */
const beginsTitle = /^(?:经济特区)?[^，。？！,?!；《》的了吗在要]{2,24}(?:条例|办法|规定|规则|细则|标准)/;
const afterPlace = /^(?:市?区|省|这边|那边|当地)?的?/;

/** What is left to search for: the words that named another day or place are answered by the filter, and no text holds them. */
export function withoutWords(question: string, { date, elsewhere, here }: Asked): string {
  const places = [...here, ...(elsewhere ? [elsewhere] : [])].filter(({ end }) => !beginsTitle.test(question.slice(end)));
  const cuts = [
    ...(date ? [{ ...date, tail: afterDate }] : []),
    ...places.map((place) => ({ ...place, start: startOf(place, here, question), tail: afterPlace })),
  ];
  const rest = cuts
    .toSorted((a, b) => b.start - a.start)
    .reduce((text, { start, end, tail }) => text.slice(0, start) + text.slice(end).replace(tail, ""), question);
  return /\p{Script=Han}{2}/u.test(rest) ? rest : question;
}

/** 在木棉街道办证 is 办证 here; there, 在 belongs to what is done. */
function startOf(place: PlaceMention, here: readonly PlaceMention[], question: string): number {
  return here.includes(place) && /[在喺]$/.test(question.slice(0, place.start)) ? place.start - 1 : place.start;
}

/** Null when no date moves the day, and when two dates would move it to different days. */
function dateAsked(question: string, today: PlainDate, { day: rules }: AskedRules): DateInText | null {
  const moving = datesIn(question, today).filter((date) => {
    if (date.day === today) return false;
    if (date.precision === "day" && date.relation === "on" && isNear(date.day, today, rules.nearDays)) return false;
    const marked = question.slice(0, date.start) + dateMark[date.relation] + question.slice(date.end);
    return (date.day < today ? rules.past : rules.future).some((rule) => fits(rule, marked));
  });
  const [first, ...others] = moving;
  return first && others.every(({ day }) => day === first.day) ? first : null;
}

/** The place outside the resident's own whose rule is asked for; null when it is only where somebody comes from. */
function placeAsked(question: string, mentions: readonly PlaceMention[], { place: rules }: AskedRules): PlaceMention | null {
  const asked = mentions.filter(({ start, end }) => {
    const marked = question.slice(0, start) + placeMark + question.slice(end);
    if (rules.papers.some((rule) => fits(rule, marked))) return true;
    return rules.about.some((rule) => fits(rule, marked)) && !rules.unless.some((rule) => fits(rule, marked));
  });
  const [first, ...others] = asked;
  return first && others.every(({ place }) => place === first.place) ? first : null;
}

function fits({ pattern, unless }: AskedRule, text: string): boolean {
  return pattern.test(text) && !unless?.test(text);
}

function isNear(day: PlainDate, today: PlainDate, days: number): boolean {
  return addDays(today, -days) <= day && day <= addDays(today, days);
}
