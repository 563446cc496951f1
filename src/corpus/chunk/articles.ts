import { linesOf, type Section } from "./section.js";

const chapterLine =
  /^#{0,4}\s*(第[零〇一二三四五六七八九十百]+[编分章节][\s\u3000].*|第[零〇一二三四五六七八九十百]+[编章节][^。；，]{0,30})$/;
const articleLine = /^(第[零〇一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)?)(?=[\s\u3000]|$)/;
const headingLine = /^#{2,4}\s+(.+)$/;
const titleLine = /^#\s/;

/** The article with which a line begins, or null. */
export function articleOfLine(line: string): string | null {
  return articleLine.exec(line)?.[1] ?? null;
}

/** A text that is made of articles, cut at each; the chapter stands beside them. */
export function articleSections(text: string, from: number): readonly Section[] {
  const sections: Section[] = [];
  let chapter: string | null = null;
  let current: Omit<Section, "end"> | null = null;
  const close = (end: number) => {
    if (current) sections.push({ ...current, end });
    current = null;
  };
  for (const line of linesOf(text, from, text.length)) {
    const article = articleOfLine(line.text);
    const name: string | undefined = article
      ? undefined
      : (chapterLine.exec(line.text)?.[1]?.replace(/\s+/g, " ") ?? headingLine.exec(line.text)?.[1]);
    if (name || titleLine.test(line.text)) {
      close(line.from);
      chapter = name ?? chapter;
    } else if (article || !current) {
      close(line.from);
      current = { article, chapter, heading: null, start: line.from };
    }
  }
  close(text.length);
  return sections;
}
