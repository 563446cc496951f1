import { pathOf } from "../../text/heading-path.js";
import { type Mark, outline, type Recogniser } from "./outline.js";
import type { Line, Section } from "./section.js";
import { longest } from "./split-long.js";

const markdown = /^(#{1,6})\s+(.+?)\s*#*$/;
const part = /^第[一二三四五六七八九十]{1,3}(部分|章|节)[\s\u3000：:]*(\S.{0,30})?$/;
/** Levels of numbers, below those of markdown (1 … 6). */
const levels = { part: 7, chapter: 8, first: 10, second: 11, third: 12 } as const;
const numbers: readonly (readonly [number, RegExp])[] = [
  [levels.first, /^[一二三四五六七八九十]{1,3}[、．.]\s*/],
  [levels.second, /^[（(][一二三四五六七八九十]{1,3}[）)]\s*、?/],
  [levels.third, /^\d{1,2}(?:[、．]|\.(?!\d))\s*/],
];
const longestName = 40;
const longestLead = 25;

/** The heading that a line of markdown or 第一部分 is, or null. */
export function headingMark(line: Line): Mark | null {
  const [, hashes, name] = markdown.exec(line.text) ?? [];
  if (hashes && name) return { level: hashes.length, heading: name, start: line.start + line.text.indexOf(name, hashes.length) };
  const kind = part.exec(line.text)?.[1];
  return kind ? { level: kind === "部分" ? levels.part : levels.chapter, heading: line.text, start: line.start } : null;
}

/** The line behind its number, with the number's level; null when it has none. */
export function behindNumber(line: Line): { readonly level: number; readonly rest: string; readonly start: number } | null {
  for (const [level, number] of numbers) {
    const length = number.exec(line.text)?.[0].length;
    if (length !== undefined) return { level, rest: line.text.slice(length), start: line.start + length };
  }
  return null;
}

/** A numbered line of one level; its name is all of it when it is short, or its first sentence, or nothing. */
function numberMark(line: Line, wanted: number): Mark | null {
  const numbered = behindNumber(line);
  if (numbered?.level !== wanted || numbered.rest === "") return null;
  const { rest, start } = numbered;
  const name = nameIn(rest);
  // a paragraph keeps its number, a heading has lost its use for it
  return name === rest ? { level: wanted, heading: name, start } : { level: wanted, heading: name, start: line.start };
}

/** 延长时间。夜市开到十点。 → 延长时间; a whole sentence, or a list's item, names nothing. */
function nameIn(rest: string): string | null {
  if (rest.length <= longestName && !/[。；;！!：:]/.test(rest)) return rest;
  const lead = /^([^。；;：:，,]+)[。：:]/.exec(rest)?.[1];
  return lead && lead.length <= longestLead && rest.length > lead.length + 1 ? lead : null;
}

/** A heading of markdown, or a line with a number of the first level (一、). */
export const headingOrNumber: Recogniser = (line) => headingMark(line) ?? numberMark(line, levels.first);

/**
 * A text cut at its headings, markdown's and those with numbers (一、 （一） 1.), each section with the path of headings above it. The finer
 * numbers cut only what is long: in short sections they are items of one list.
 */
export function headedSections(text: string, from: number): readonly Section[] {
  return outline(text, from, text.length, headingOrNumber).flatMap((section) => finer(text, section, levels.second));
}

/** Cuts a long section at its next numbers, where they are headings with words under them. */
export function finer(text: string, section: Section, level: number): readonly Section[] {
  if (section.end - section.start <= longest || level > levels.third) return [section];
  const above = pathOf(section.chapter, section.heading);
  const parts = outline(text, section.start, section.end, (line) => named(numberMark(line, level)), above);
  const headed = parts.filter(({ heading }) => heading !== null);
  const full = headed.filter(({ heading, start, end }) => end - start > (heading?.length ?? 0) + leastBody);
  if (headed.length < 2 || full.length < headed.length / 2) return finer(text, section, level + 1);
  // what stands before the first number belongs to the section itself
  return parts.flatMap((each) => (each.heading === null ? { ...section, end: each.end } : finer(text, each, level + 1)));
}

/** Characters under a heading, at least, for it to be one and not a list's item. */
const leastBody = 20;

function named(mark: Mark | null): Mark | null {
  return mark?.heading ? mark : null;
}
