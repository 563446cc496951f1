import { isPlainDate } from "../../domain/plain-date.js";
import type { Citation } from "../../domain/reply.js";
import type { Hit } from "../../retrieval/index.js";
import { citedArticles } from "../../text/citations.js";

/** A passage on its way into a reply: what is said of it and the words relied on. */
export type Passage = { readonly hit: Hit; readonly lines: readonly string[] };

/** Turns a passage into the n-th citation of a reply; its quote is the run from the first to the last line relied on. */
export function citationOf(passage: Passage, n: number): Citation {
  const { version, chunk, status } = passage.hit;
  const quote = spanOf(chunk.text, passage.lines);
  return {
    n,
    document: version.title,
    article: chunk.article,
    path: version.path,
    url: version.url,
    quote,
    effectiveFrom: dateOf(version.from),
    status,
    basis: citedArticles(chunk.text)
      .slice(0, 3)
      .map(({ title, article }) => ({ document: title, article })),
  };
}

function dateOf(day: number): Citation["effectiveFrom"] {
  const digits = String(day);
  const text = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
  return isPlainDate(text) ? text : null;
}

/** The run of the passage from the first to the last of `lines`, verbatim: what a citation quotes. */
export function spanOf(passage: string, lines: readonly string[]): string {
  const first = lines[0];
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return passage;
  const start = passage.indexOf(first);
  const end = passage.lastIndexOf(last) + last.length;
  return start < 0 || end <= start ? passage : passage.slice(start, end);
}
