import type { PlainDate } from "../../src/domain/plain-date.js";
import type { Knowledge } from "../../src/knowledge/index.js";
import { publishedVersions } from "../../src/store/documents.js";
import type { Store } from "../../src/store/open.js";
import { type Collected, collect } from "../measure/collect.js";
import { foldRetrievals } from "../measure/fold-retrievals.js";
import { developmentQuestions, ownQuestions } from "../measure/questions.js";
import { type Refit, refitRanking } from "../measure/ranking-fit.js";

/**
 * Zhengwen's quality on questions that neither its word vectors nor its ranker had seen: both made five times, each without a fifth.
 * @param folds the folder that `npm run distill-embedder -- --folds FOLDER` wrote
 */
export async function unseenQuality(
  store: Store,
  knowledge: Knowledge,
  { data, folds, asOf }: { readonly data: string; readonly folds: string; readonly asOf: PlainDate },
  progress: (done: number, total: number) => void,
): Promise<Pick<Refit, "lay" | "resident">> {
  const questions = [...developmentQuestions(data), ...ownQuestions(publishedVersions(store))];
  const collected: Collected[] = [];
  for await (const { sees, retrieval } of foldRetrievals(store, knowledge.repealed, knowledge, { folds })) {
    const asked = questions.filter(({ fold }) => sees(fold));
    collected.push(
      ...(await collect(retrieval, asked, asOf, knowledge.rankings.static.candidates, (done) =>
        progress(collected.length + done, questions.length),
      )),
    );
  }
  return refitRanking(collected);
}
