import type { GuideElement, GuideElements } from "../../knowledge/guide-elements.js";
import { pathOf } from "../../text/heading-path.js";
import { cellsOf } from "../../text/table-row.js";
import { behindNumber, finer, headingMark, headingOrNumber } from "./headings.js";
import { type Mark, outline } from "./outline.js";
import { type Line, linesOf, type Section } from "./section.js";
import type { RowNames } from "./tables.js";

/** A text is a guide when so many different elements begin its lines. */
const leastElements = 3;
/** Characters of the service's name; a longer one says more than how it is called. */
const longestName = 80;
const framed = /^【([^】]{2,30})】/;
const bold = /^\*\*([^*]{2,30})\*\*/;
const inline = /^([^：:]{2,30})[：:]/;
/** The level of an element that no markdown marks: below markdown (1 … 6), and all alike, since none is a part of another. */
const level = 9;
const secondNumber = 11;
const firstNumber = /^[一二三四五六七八九十]{1,3}、/;

/** A guide cut at its elements, and the names for those of its tables' rows that are elements: 办理材料 | 身份证. */
export type Guide = { readonly sections: readonly Section[]; readonly namesOf: RowNames };

/** A service guide, cut at its elements whatever they are marked with; null when the text does not show enough of them. */
export function readGuide(text: string, from: number, elements: GuideElements): Guide | null {
  const lines = linesOf(text, from, text.length);
  const marked = lines.filter((line) => elementMark(line, elements));
  const found = new Set(lines.flatMap((line) => elements.in(elementMark(line, elements)?.heading ?? firstCell(line))));
  if (found.size < leastElements) return null;
  // where elements are numbered, so is what is none of them (七、温馨提示)
  const isNumbered = marked.filter((line) => firstNumber.test(line.text)).length > 1;
  const other = (line: Line) => (isNumbered ? numberedLike(line) : headingMark(line));
  const noteOn = (heading: string) => noteOf(elements.in(heading), found, elements);
  const sections = outline(text, from, text.length, (line) => {
    const mark = elementMark(line, elements);
    return mark ? { ...mark, note: noteOn(mark.heading ?? "") } : other(line);
  });
  const namesOf: RowNames = ([first = "", ...rest]) => {
    const isElement = elements.in(first).length > 0 && rest.some((cell) => cell !== "");
    return isElement ? { heading: first, note: noteOn(first) } : null;
  };
  const isElement = (section: Section) => elements.in(section.heading ?? "").length > 0;
  return { sections: sections.flatMap((section) => (isElement(section) ? [section] : finer(text, section, secondNumber))), namesOf };
}

/** Puts what the service is called above everything that the guide says of it. */
export function underName(text: string, sections: readonly Section[], elements: GuideElements): readonly Section[] {
  const named = sections.find(({ heading }) => elements.in(heading ?? "").join() === "name");
  const name = named && nameIn(linesOf(text, named.start, named.end).map((line) => line.text));
  if (!name || name.length > longestName) return sections;
  return sections.map((section) => (section === named ? section : { ...section, chapter: pathOf(name, section.chapter) }));
}

/** 事项名称 with the name below it, behind its colon, or in the row's next cell. */
function nameIn([first = "", ...rest]: readonly string[]): string {
  if (rest.length > 0) return rest.join(" ");
  const [, ...cells] = cellsOf(first);
  return cells.length > 0 ? cells.join(" ").trim() : first.replace(inline, "").trim();
}

function numberedLike(line: Line): Mark | null {
  const mark = headingOrNumber(line);
  return mark && mark.level > level ? { ...mark, level } : mark;
}

function firstCell(line: Line): string {
  return cellsOf(line.text)[0] ?? "";
}

function elementMark(line: Line, elements: GuideElements): Mark | null {
  const heading = headingMark(line);
  const numbered = heading ? null : behindNumber(line);
  const start = heading?.start ?? numbered?.start ?? line.start;
  const rest = line.text.slice(start - line.start);
  const name = framed.exec(rest)?.[1] ?? bold.exec(rest)?.[1]?.replace(/[：:]$/, "") ?? inline.exec(rest)?.[1] ?? rest;
  return elements.in(name).length === 0 ? null : { level: heading?.level ?? level, heading: name, start };
}

/** What is indexed beside an element's own heading: its usual name and how residents ask for it, and for what the guide says in it too. */
function noteOf(named: readonly GuideElement[], found: ReadonlySet<GuideElement>, elements: GuideElements): string | undefined {
  const inside = named.flatMap((element) => elements.holds(element).filter((other) => !found.has(other)));
  return pathOf(...named.map((element) => elements.note(element)), ...inside.map((element) => elements.note(element))) ?? undefined;
}
