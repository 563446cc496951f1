import type { Hit, Retrieval } from "../../retrieval/index.js";
import { cellsOf, headerCells, isTableRule } from "../../text/table-row.js";
import { citationOf } from "./passage.js";
import { bestMatch, stemIsMissing } from "./relevant-lines.js";

type Part = Hit["chunk"];

/** A part is joined when its best line says at least this share of what the found one's best line says. */
const closeEnough = 0.8;
/** Characters of what is joined, at most. */
const longestJoined = 1600;
/** A table is quoted whole, with its header, up to this many characters. */
const longestTable = 400;

/**
 * The found passage together with the parts beside it that the answer reaches into: parts of one article, chunks of one section, rows of one
 * table. Its text is verbatim from the document; the passage alone when nothing beside it matters.
 */
export function withNeighbours(hit: Hit, question: string, retrieval: Pick<Retrieval, "passages" | "documentText">): Hit {
  const { parts, at } = partsOfOne(hit.chunk, retrieval.passages(hit.version));
  const rows = headerCells(hit.chunk.heading);
  if (parts.length === 0 || (parts.length === 1 && !rows)) return hit;
  const document = retrieval.documentText(citationOf({ hit, lines: [] }, 1));
  if (document === null) return hit;
  const text = (rows && wholeTable(document, parts)) ?? textOf(document, reached(parts, at, question));
  return text === null || text === hit.chunk.text ? hit : { ...hit, chunk: { ...hit.chunk, text } };
}

/** The text of parts that stand one behind the other, as the document has it; null when they do not. */
export function textOf(document: string, parts: readonly Part[]): string | null {
  const span = spanOfParts(document, parts);
  return span && document.slice(span.start, span.end);
}

/** The run of parts that make one thing with `chunk`, and its place among them. */
function partsOfOne(chunk: Part, passages: readonly Part[]): { readonly parts: readonly Part[]; readonly at: number } {
  const place = passages.findIndex(({ id }) => id === chunk.id);
  const isOne = (part: Part | undefined) =>
    part !== undefined &&
    (chunk.article ?? chunk.heading) !== null &&
    part.article === chunk.article &&
    part.heading === chunk.heading &&
    part.chapter === chunk.chapter;
  if (place < 0 || !isOne(passages[place])) return { parts: [], at: 0 };
  let first = place;
  let last = place;
  while (isOne(passages[first - 1])) first--;
  while (isOne(passages[last + 1])) last++;
  return { parts: passages.slice(first, last + 1), at: place - first };
}

/** The parts that hold some of the best lines; an item brings the part along in which its stem stands. */
function reached(parts: readonly Part[], at: number, question: string): readonly Part[] {
  const found = parts[at] as Part;
  const matters = (part: Part | undefined) =>
    part !== undefined && bestMatch(part.text, question) >= Math.max(1, closeEnough * bestMatch(found.text, question));
  let first = at;
  let last = at;
  const length = () => parts.slice(first, last + 1).reduce((sum, { text }) => sum + text.length, 0);
  const fits = (part: Part | undefined) => part !== undefined && length() + part.text.length <= longestJoined;
  while (first > 0 && stemIsMissing((parts[first] as Part).text) && fits(parts[first - 1])) first--;
  if (first === at && matters(parts[at - 1]) && fits(parts[at - 1])) first--;
  if (matters(parts[at + 1]) && fits(parts[at + 1])) last++;
  return parts.slice(first, last + 1);
}

/** All rows with the header above them, when they are few. */
function wholeTable(document: string, rows: readonly Part[]): string | null {
  const span = spanOfParts(document, rows);
  if (!span) return null;
  const header = headerCells(rows[0]?.heading ?? null) ?? [];
  let { start } = span;
  // what stands directly above the first row: the rule, then the header
  for (const line of document.slice(0, start).split("\n").reverse()) {
    const isHeader = cellsOf(line).join() === header.join();
    if (line.trim() !== "" && !isHeader && !isTableRule(line)) break;
    start = document.lastIndexOf(line, start);
    if (isHeader) return span.end - start <= longestTable ? document.slice(start, span.end) : null;
  }
  return null;
}

function spanOfParts(document: string, parts: readonly Part[]): { readonly start: number; readonly end: number } | null {
  const start = document.indexOf(parts.map(({ text }) => text)[0] ?? "\u0000");
  let end = start;
  for (const { text } of parts) {
    const next = document.indexOf(text, end);
    if (next < 0 || document.slice(end, next).trim() !== "") return null;
    end = next + text.length;
  }
  return start < 0 ? null : { start, end };
}
