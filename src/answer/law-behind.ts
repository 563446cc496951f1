import { holdsIn, type Place } from "../domain/place.js";
import { dateNumber } from "../domain/plain-date.js";
import type { Hit, Retrieval, SearchOptions } from "../retrieval/index.js";
import { termsOf } from "../retrieval/tokens.js";
import { citedArticles } from "../text/citations.js";
import type { Asked } from "./asked.js";

type Where = Pick<SearchOptions, "place" | "asOf">;

/** An article that shares fewer of its words with ours of the same number was numbered anew and speaks of something else. */
const leastShared = 0.5;
const explanationsRead = 5;
const articlesRead = 3;

/**
 * The articles that our own explanations of today lead to, as they stand on the day and in the place asked about. Explanations are what
 * residents' words find, but each is written for one place and for the law of its day. A hit keeps the scores of its explanation.
 */
export async function lawBehind(query: string, { home, today, place, day }: Asked, retrieval: Retrieval): Promise<readonly Hit[]> {
  const here = { place: home, asOf: today };
  const there = { place, asOf: day };
  const ours = await retrieval.search(query, { ...here, top: explanationsRead, scope: "holding" });
  const found: Hit[] = [];
  for (const hit of ours.filter(({ chunk, version }) => chunk.article === null && !holds(version, there))) {
    const articles = articlesBehind(hit, here, there, retrieval);
    // where the law of the best explanation is not there, the next ones' is about something else
    if (articles.length === 0) break;
    found.push(...articles);
  }
  return found;
}

/** The article that an explanation rests on: the first that it names, where and when it holds. */
export function articleBehind(hit: Hit, where: Where, retrieval: Retrieval): Hit | null {
  const [first] = citedArticles(hit.chunk.text);
  const found = first ? retrieval.article(first.title, first.article, where) : null;
  return found && asFoundBy(hit, found);
}

/** The articles that an explanation names, up to the first that is not there or speaks of something else. */
function articlesBehind(hit: Hit, here: Where, there: Where, retrieval: Retrieval): readonly Hit[] {
  const articles: Hit[] = [];
  for (const { title, article } of citedArticles(hit.chunk.text).slice(0, articlesRead)) {
    const ours = retrieval.article(title, article, here);
    const theirs = retrieval.article(title, article, there);
    if (!ours || !theirs || shared(ours.chunk.text, theirs.chunk.text) < leastShared) break;
    articles.push(asFoundBy(hit, theirs));
  }
  return articles;
}

function asFoundBy(explanation: Hit, { chunk, version, status }: Hit): Hit {
  return { ...explanation, chunk, version, status };
}

function holds({ place, from }: Hit["version"], there: Where): boolean {
  return holdsIn(place as Place, there.place) && from <= dateNumber(there.asOf);
}

/** The share of the shorter text's words that the other has: 0 … 1. */
function shared(one: string, other: string): number {
  const a = new Set(termsOf(one));
  const b = new Set(termsOf(other));
  const both = [...a].filter((term) => b.has(term)).length;
  return both / Math.max(1, Math.min(a.size, b.size));
}
