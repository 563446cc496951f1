import type { Chunk, DocumentKind } from "../../domain/document.js";
import { splitLong } from "./split-long.js";

const chapterLine =
  /^#{0,4}\s*(第[零〇一二三四五六七八九十百]+[编分章节][\s\u3000].*|第[零〇一二三四五六七八九十百]+[编章节][^。；，]{0,30})$/;
const articleLine = /^(第[零〇一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)?)(?=[\s\u3000]|$)/;
const headingLine = /^#{2,4}\s+(.+)$/;
const numberedLine = /^[一二三四五六七八九十]{1,3}、/;
const kindsWithQuestions: ReadonlySet<DocumentKind> = new Set(["interpretation", "faq", "service_guide", "disclosure", "notice"]);

type Section = { article: string | null; chapter: string | null; heading: string | null; start: number; end: number };

/**
 * Splits a text along its own structure: articles, or headed sections, or paragraphs with a number, or plain paragraphs. Long ones are
 * split at their 款 and 项. Every chunk's text is verbatim: `text.slice(start, start + chunk.text.length)`.
 * @param bodyStart where title and history end, UTF-16
 */
export function chunkText(text: string, bodyStart: number, kind: DocumentKind): readonly Chunk[] {
  const all = sectionsOf(text, bodyStart, kind);
  // what stands before the first question or article says what is to come, and answers nothing
  const begins = all.findIndex((section) => section.article !== null || headed(section));
  const sections = begins > 0 ? all.filter((section, index) => index >= begins || section.chapter !== null) : all;
  return sections.flatMap((section) => {
    const raw = text.slice(section.start, section.end);
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

function sectionsOf(text: string, bodyStart: number, kind: DocumentKind): Section[] {
  const lines = text.slice(bodyStart).split("\n");
  const hasArticles = !kindsWithQuestions.has(kind) && lines.some((line) => articleLine.test(line.trimStart()));
  const sections: Section[] = [];
  let chapter: string | null = null;
  let offset = bodyStart;
  let current: Section | null = null;
  const close = (end: number) => {
    if (current) sections.push({ ...current, end });
    current = null;
  };
  for (const line of lines) {
    const lineStart = offset;
    offset += line.length + 1;
    const trimmed = line.trim();
    if (trimmed === "" || /^#\s/.test(trimmed)) {
      if (/^#\s/.test(trimmed)) close(lineStart);
      continue;
    }
    const chapterTitle = hasArticles ? chapterLine.exec(trimmed)?.[1] : undefined;
    if (chapterTitle && !articleLine.test(trimmed)) {
      close(lineStart);
      chapter = chapterTitle.replace(/\s+/g, " ");
      continue;
    }
    const heading = headingLine.exec(trimmed)?.[1];
    if (heading) {
      close(lineStart);
      if (hasArticles) chapter = heading;
      // the question stands with its answer: who reads it sees what is answered
      else current = { article: null, chapter, heading, start: lineStart + line.indexOf(heading), end: offset };
      continue;
    }
    const article = hasArticles ? (articleLine.exec(line.trimStart())?.[1] ?? null) : null;
    if (article || (!hasArticles && numberedLine.test(trimmed) && !headed(current))) {
      close(lineStart);
      current = { article, chapter, heading: null, start: lineStart, end: lineStart };
    } else if (!current) {
      current = { article: null, chapter, heading: null, start: lineStart, end: lineStart };
    }
  }
  close(text.length);
  return sections;
}

function headed(section: Section | null): boolean {
  return section?.heading != null;
}
