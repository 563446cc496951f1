import { behindNumber, headedSections, headingMark } from "./headings.js";
import { type Mark, outline } from "./outline.js";
import { type Line, linesOf, type Section } from "./section.js";

/** Below every heading, so that an answer may not be cut by what looks like one. */
const level = 20;
const askedMark = /^(?:\*\*)?(?:问题?|[QＱq])\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})?\s*[：:、．.]\s*/;
const askedName = /^(?:问题|[QＱ])\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s+(?=\S)/;
const answered = /\s*(?:\*\*)?\s*(?:答复?|[AＡ]\d{0,3})\s*[：:]/;
const framed = /^(?:【(.{3,80}[？?])】|\*\*(.{3,80}[？?])\*\*)$/;
const numberInBrackets = /^[（(]?\d{1,3}[）)]\s*/;
const asks = /^[^。！!]{2,100}[？?]$/;
const leastQuestions = 2;

/** A question that says of itself that it is one: 问：… Q1：… **…？** 1. …？ or a heading that asks. */
function questionMark(line: Line): Mark | null {
  const heading = headingMark(line);
  if (heading) return asks.test(heading.heading ?? "") ? heading : null;
  const mark = askedMark.exec(line.text)?.[0] ?? askedName.exec(line.text)?.[0];
  if (mark !== undefined) {
    const rest = line.text.slice(mark.length);
    const question = (rest.split(answered)[0] ?? rest).replace(/\*\*$/, "").trim();
    return question === "" ? null : { level, heading: question, start: line.start + mark.length };
  }
  const [, inBrackets, bold] = framed.exec(line.text) ?? [];
  if (inBrackets ?? bold) return { level, heading: (inBrackets ?? bold) as string, start: line.start };
  const numbered = behindNumber(line) ?? inBracketsNumber(line);
  return numbered && asks.test(numbered.rest) ? { level, heading: numbered.rest, start: numbered.start } : null;
}

function inBracketsNumber(line: Line): { readonly rest: string; readonly start: number } | null {
  const length = numberInBrackets.exec(line.text)?.[0].length;
  return length === undefined ? null : { rest: line.text.slice(length), start: line.start + length };
}

/** A line that does nothing but ask; only in a text that marks its questions in no other way. */
function bareQuestion(line: Line): Mark | null {
  return asks.test(line.text) ? { level, heading: line.text, start: line.start } : null;
}

/** A short line with a number 一、 that neither asks nor states: the matter that the questions under it are about. */
function topicMark(line: Line): Mark | null {
  const numbered = behindNumber(line);
  if (numbered?.level !== topicLevel || numbered.rest.length > 20 || /[，。；：:？?]/.test(numbered.rest)) return null;
  return { level: topicLevel, heading: numbered.rest, start: numbered.start };
}
const topicLevel = 10;

/**
 * Questions, each with its answer, under the headings that they stand below; null when the text shows none.
 * @param isAboutQuestions what is known to explain may also put its questions without any mark
 */
export function questionSections(text: string, from: number, isAboutQuestions: boolean): readonly Section[] | null {
  const lines = linesOf(text, from, text.length);
  const marked = lines.filter((line) => questionMark(line)).length;
  const least = isAboutQuestions ? 1 : leastQuestions;
  // a text whose headings alone ask is cut at its headings like any other
  if (marked >= least && lines.some((line) => questionMark(line)?.level === level))
    return outline(text, from, text.length, (line) => questionMark(line) ?? headingMark(line) ?? topicMark(line));
  if (marked > 0) return headedSections(text, from);
  const isBare =
    isAboutQuestions && !lines.some((line) => headingMark(line)) && lines.filter((line) => bareQuestion(line)).length >= leastQuestions;
  return isBare ? outline(text, from, text.length, bareQuestion) : null;
}
