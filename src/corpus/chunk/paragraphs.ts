import { linesOf, type Section } from "./section.js";

const numberedLine = /^[一二三四五六七八九十]{1,3}、/;
const headingLine = /^#{2,4}\s+(.+)$/;

/** A text without articles, cut at markdown headings and, where there are none, at the numbers of its paragraphs (一、). */
export function paragraphSections(text: string, from: number): readonly Section[] {
  const sections: Section[] = [];
  let current: Omit<Section, "end"> | null = null;
  const close = (end: number) => {
    if (current) sections.push({ ...current, end });
    current = null;
  };
  for (const line of linesOf(text, from, text.length)) {
    const heading = headingLine.exec(line.text)?.[1] ?? null;
    if (/^#\s/.test(line.text)) close(line.from);
    else if (heading) {
      close(line.from);
      // the heading stands with its text: who reads it sees what is answered
      current = { article: null, chapter: null, heading, start: line.end - heading.length };
    } else if (!current || (numberedLine.test(line.text) && current.heading === null)) {
      close(line.from);
      current = { article: null, chapter: null, heading: null, start: line.from };
    }
  }
  close(text.length);
  return sections;
}
