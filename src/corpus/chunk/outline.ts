import { pathOf } from "../../text/heading-path.js";
import { type Line, linesOf, type Section } from "./section.js";

/** Where a section begins. */
export type Mark = {
  /** Smaller stands above larger: 一、 above （一）. */
  readonly level: number;
  /** Its name without numbers and marks; null for a numbered paragraph that has none. */
  readonly heading: string | null;
  /** Where its text begins. */
  readonly start: number;
  /** What else is said of it, for the search. */
  readonly note?: string | undefined;
};

export type Recogniser = (line: Line) => Mark | null;

/**
 * Cuts a run of text at the lines that begin a section. Each section has its own heading and, as its chapter, the path of those above it;
 * a heading that only stands above others, without words of its own, is no section.
 * @param above the path that leads to the run itself
 */
export function outline(text: string, from: number, to: number, recognise: Recogniser, above: string | null = null): readonly Section[] {
  const sections: Section[] = [];
  const path: Mark[] = [];
  let current: (Omit<Section, "end"> & { readonly level: number; readonly bodyFrom: number }) | null = null;
  const close = (end: number, next: Mark | null) => {
    if (!current) return;
    const { level, bodyFrom, ...section } = current;
    const standsAbove = next !== null && next.level > level && text.slice(bodyFrom, end).trim() === "";
    if (!standsAbove) sections.push({ ...section, end });
  };
  for (const line of linesOf(text, from, to)) {
    const mark = recognise(line);
    if (mark) {
      close(line.from, mark);
      while ((path.at(-1)?.level ?? 0) >= mark.level) path.pop();
      const chapter = pathOf(above, ...path.map(({ heading }) => heading), mark.note ?? null);
      path.push(mark);
      current = { article: null, chapter, heading: mark.heading, start: mark.start, level: mark.level, bodyFrom: line.end };
    } else if (!current) {
      current = { article: null, chapter: above, heading: null, start: line.start, level: 0, bodyFrom: line.from };
    }
  }
  close(to, null);
  return sections;
}
