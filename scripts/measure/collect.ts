import type { PlainDate } from "../../src/domain/plain-date.js";
import { rankingFeatures } from "../../src/knowledge/ranking.js";
import type { Retrieval } from "../../src/retrieval/index.js";
import type { CandidateList } from "./listwise.js";
import { type Quality, qualityOf } from "./metrics.js";
import type { Question } from "./questions.js";

/** A question with everything that was ranked for it, in the order of the ranking in use. */
export type Collected = {
  readonly question: Question;
  readonly hits: readonly { readonly path: string; readonly article: string | null }[];
  readonly list: CandidateList;
};

/** Asks every question and keeps the features of all candidates. */
export async function collect(
  retrieval: Retrieval,
  questions: readonly Question[],
  asOf: PlainDate,
  candidates: number,
  progress: (done: number) => void = () => {},
): Promise<readonly Collected[]> {
  const size = rankingFeatures.length;
  const collected: Collected[] = [];
  for (const question of questions) {
    const { text, place, golds } = question;
    const found = await retrieval.search(text, { place, asOf, top: 10 * candidates, candidates, scope: "holding" });
    const features = new Float32Array(found.length * size);
    for (const [row, hit] of found.entries()) features.set(hit.features, row * size);
    const hits = found.map((hit) => ({ path: hit.version.path, article: hit.chunk.article }));
    const right = hits.flatMap((hit, row) =>
      golds.some((gold) => gold.some(({ path, article }) => path === hit.path && article === hit.article)) ? [row] : [],
    );
    collected.push({ question, hits, list: { features, right, weight: 1 } });
    progress(collected.length);
  }
  return collected;
}

/** The quality of an order of the candidates, given by scores. */
export function qualityBy({ question, hits }: Collected, scores: ArrayLike<number>): Quality {
  const order = hits.map((_, row) => row).sort((a, b) => (scores[b] as number) - (scores[a] as number));
  return qualityOf(
    order.slice(0, 100).flatMap((row) => hits[row] ?? []),
    question.golds,
  );
}
