import { type Place, placeLevel } from "../../domain/place.js";
import type { PlainDate } from "../../domain/plain-date.js";
import type { Citation } from "../../domain/reply.js";
import type { Knowledge } from "../../knowledge/index.js";
import type { Hit, Retrieval } from "../../retrieval/index.js";
import { composeGuide, guideFor } from "./guide.js";
import { withNeighbours } from "./neighbours.js";
import { citationOf, type Passage } from "./passage.js";
import { byPrecedence } from "./precedence.js";
import { readable } from "./readable.js";
import { relevantLines } from "./relevant-lines.js";
import { sourceList } from "./sources.js";

export type Composed = { readonly text: string; readonly citations: readonly Citation[]; readonly passages: readonly Passage[] };

/** What the parts of an answer share. */
export type Composition = {
  readonly question: string;
  readonly place: Place;
  readonly asOf: PlainDate;
  readonly knowledge: Knowledge;
  readonly retrieval: Retrieval;
};

/** Characters of body text, the list of sources apart: together they stay under the contract's 1,000. */
const bodyBudget = 640;
const furtherBudget = 320;
/** A further passage is shown when it scores at least this share of the first. */
const closeEnough = 0.6;
const mostPassages = 4;

/**
 * An answer made of quotes alone: a guide's elements when a guide matches, the question's own section of an interpretation, or the article
 * itself, each with its mark; the articles that an interpretation rests on are quoted beside it when they are in the knowledge.
 */
export function composeExtractive(hits: readonly Hit[], composition: Composition): Composed | null {
  const guide = guideFor(hits, composition);
  const byGuide = guide ? composeGuide(guide, composition) : null;
  if (byGuide) return byGuide;
  const [first] = hits;
  if (!first) return null;
  // who asks what the rule is gets no list of papers, unless there is nothing else
  const rules = hits.filter((hit) => hit.version.kind !== "service_guide");
  const best = rules[0] && rules[0].score >= closeEnough * first.score ? rules : null;
  return best ? composePassages(best, composition) : (composeGuide(first, composition) ?? composePassages(hits, composition));
}

function composePassages(hits: readonly Hit[], composition: Composition): Composed {
  const passages = choosePassages(hits, composition);
  const { answerWordings, replacedSince } = composition.knowledge;
  const citations = passages.map((passage, index) => citationOf(passage, index + 1));
  const blocks = passages.map((passage, index) => block(passage, index, composition));
  const sources = sourceList(citations, answerWordings, replacedSince, composition.asOf);
  return { text: `${blocks.join("\n\n")}\n\n${sources}`, citations, passages };
}

function choosePassages(hits: readonly Hit[], composition: Composition): readonly Passage[] {
  const [first, ...rest] = byPrecedence(hits, closeEnough) as readonly [Hit, ...Hit[]];
  const passages: Passage[] = [quoted(first, bodyBudget, composition)];
  let left = bodyBudget - lengthOf(passages[0]?.lines ?? []);
  const [mainBasis, ...otherBasis] = basisOf(first, composition);
  const close = rest.filter((hit) => hit.score >= closeEnough * first.score && hit.version.kind !== "service_guide");
  // a rule that was found by itself says more than the last of those that our own text rests on
  const further = [...(mainBasis ? [mainBasis] : []), ...close.slice(0, 1), ...otherBasis, ...close.slice(1)];
  for (const hit of further) {
    if (passages.length === mostPassages || left < 60) break;
    if (passages.some((passage) => isQuoted(hit, passage))) continue;
    const budget = Math.min(left, furtherBudget);
    const passage = quoted(hit, budget, composition);
    const isOnlyQuestion = passage.lines.every((line) => line === hit.chunk.heading);
    if (isOnlyQuestion || lengthOf(passage.lines) > budget) continue;
    passages.push(passage);
    left -= lengthOf(passage.lines);
  }
  return passages;
}

/** What matters of a passage and of the parts beside it that the answer reaches into. */
function quoted(hit: Hit, budget: number, { question, retrieval }: Composition): Passage {
  const joined = withNeighbours(hit, question, retrieval);
  return { hit: joined, lines: relevantLines(joined.chunk.text, question, budget, hit.chunk.text) };
}

function isQuoted({ chunk, version }: Hit, { hit }: Passage): boolean {
  return hit.chunk.id === chunk.id || (hit.version.versionId === version.versionId && hit.chunk.text.includes(chunk.text));
}

/** The articles that an interpretation names, where they are indexed: the resident sees the law's own words beside ours. */
function basisOf(hit: Hit, { retrieval, place, asOf }: Composition): readonly Hit[] {
  if (hit.chunk.article !== null) return [];
  return citationOf({ hit, lines: [] }, 1).basis.flatMap(
    ({ document, article }) => retrieval.article(document, article, { place, asOf }) ?? [],
  );
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length, 0);
}

function block(passage: Passage, index: number, { knowledge }: Composition): string {
  const { leads, also, basis, shortened } = knowledge.answerWordings;
  const { chunk, version } = passage.hit;
  const mark = `[${index + 1}]`;
  const isOurOwn = chunk.article === null;
  const body = `${readable(passage.lines, chunk.heading)}${isOurOwn ? mark : ""}`;
  const isShortened = passage.lines.length < chunk.text.split("\n").filter((line) => line.trim() !== "").length;
  const tail = isShortened ? `\n${shortened}` : "";
  if (isOurOwn) return index === 0 ? `${body}${tail}` : `${also}：\n${body}${tail}`;
  const level = (["nation", "province", "city"] as const)[placeLevel(version.place as Place)] ?? "office";
  const lead = index === 0 ? leads[level] : also;
  return `${index > 0 && chunk.article && passage.hit.score === 0 ? basis : lead}${mark}：\n${body}${tail}`;
}
