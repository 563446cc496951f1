import type { Chunk, DocumentKind } from "../../domain/document.js";
import type { GuideElements } from "../../knowledge/guide-elements.js";
import { articleOfLine, articleSections } from "./articles.js";
import { headedSections, headingMark } from "./headings.js";
import { paragraphSections } from "./paragraphs.js";
import { questionSections } from "./questions.js";
import { linesOf, type Section } from "./section.js";
import { readGuide, underName } from "./service-guide.js";
import { splitLong } from "./split-long.js";
import { withTableRows } from "./tables.js";

/** What explains the law to residents; the other kinds are the law, and keep its own structure. */
const explaining: ReadonlySet<DocumentKind> = new Set(["interpretation", "faq", "service_guide", "disclosure", "notice"]);
const askedAndAnswered: ReadonlySet<DocumentKind> = new Set(["interpretation", "faq"]);
/** A longer introduction says more than what is to come. */
const longestAnnouncement = 200;
const numbered = /^(?:[一二三四五六七八九十]{1,3}、|[（(]|\d)/;

/**
 * Splits a text along its own structure, by its kind and by what it shows: articles; a guide's elements; questions with their answers;
 * headed sections; paragraphs with a number; the rows of tables. Long ones are split at their 款 and 项. Every chunk's text is verbatim:
 * `text.slice(start, start + chunk.text.length)`; what gives it context stands in `chapter` and `heading`.
 * @param bodyStart where title and history end, UTF-16
 */
export function chunkText(text: string, bodyStart: number, kind: DocumentKind, elements: GuideElements): readonly Chunk[] {
  const sections = sectionsOf(text, bodyStart, kind, elements);
  const begins = sections.findIndex(({ article, heading }) => article !== null || heading !== null);
  return sections.flatMap((section, index) => {
    const raw = text.slice(section.start, section.end);
    if (index < begins && section.chapter === null && announces(raw.trim(), kind)) return [];
    const start = section.start + (raw.length - raw.trimStart().length);
    const trimmed = raw.trim();
    if (trimmed === "") return [];
    return splitLong(trimmed).map((part) => ({
      article: section.article,
      chapter: section.chapter,
      heading: section.heading,
      start: start + part.start,
      text: part.text,
    }));
  });
}

function sectionsOf(text: string, bodyStart: number, kind: DocumentKind, elements: GuideElements): readonly Section[] {
  if (!explaining.has(kind)) return hasArticles(text, bodyStart) ? articleSections(text, bodyStart) : paragraphSections(text, bodyStart);
  if (kind === "notice" && forwardsRule(text, bodyStart)) return articleSections(text, bodyStart);
  const from = behindTitle(text, bodyStart);
  const guide = kind === "service_guide" ? readGuide(text, from, elements) : null;
  const sections = guide?.sections ?? questionSections(text, from, askedAndAnswered.has(kind)) ?? headedSections(text, from);
  const rows = sections.flatMap((section) => withTableRows(text, section, guide?.namesOf));
  return guide ? underName(text, rows, elements) : rows;
}

/** What stands before the first question or article says what is to come, and answers nothing. */
function announces(text: string, kind: DocumentKind): boolean {
  return !explaining.has(kind) || (text.length <= longestAnnouncement && !numbered.test(text));
}

function hasArticles(text: string, bodyStart: number): boolean {
  return linesOf(text, bodyStart, text.length).some((line) => articleOfLine(line.text) !== null);
}

/** A notice that has a rule behind it (关于印发…的通知): the rule's articles are what is asked for. */
function forwardsRule(text: string, bodyStart: number): boolean {
  const articles = new Set(linesOf(text, bodyStart, text.length).map((line) => articleOfLine(line.text)));
  return articles.has("第一条") && articles.has("第二条");
}

/** The document's own title, where markdown gives it as the first heading. */
function behindTitle(text: string, bodyStart: number): number {
  const first = linesOf(text, bodyStart, text.length).find(() => true);
  return first && headingMark(first)?.level === 1 ? first.end : bodyStart;
}
