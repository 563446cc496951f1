/** A right answer: any one of its articles counts. */
export type Gold = readonly { readonly path: string; readonly article: string | null }[];

/** How well a ranked list finds what is right; each 0 … 1. */
export type Quality = { readonly recallAt10: number; readonly recallAt100: number; readonly ndcgAt10: number };

/**
 * Recall and normalised discounted cumulative gain with binary gains (Järvelin and Kekäläinen, Cumulated gain-based evaluation of IR
 * techniques, 2002). Each gold entry gains once, at the first hit that is one of its articles.
 */
export function qualityOf(hits: readonly { readonly path: string; readonly article: string | null }[], golds: readonly Gold[]): Quality {
  const ranks = golds.map((gold) =>
    hits.findIndex((hit) => gold.some(({ path, article }) => path === hit.path && article === hit.article)),
  );
  const within = (depth: number) => ranks.filter((rank) => rank >= 0 && rank < depth).length / golds.length;
  const gain = ranks.reduce((sum, rank) => sum + (rank >= 0 && rank < 10 ? 1 / Math.log2(rank + 2) : 0), 0);
  let ideal = 0;
  for (let rank = 0; rank < Math.min(10, golds.length); rank++) ideal += 1 / Math.log2(rank + 2);
  return { recallAt10: within(10), recallAt100: within(100), ndcgAt10: gain / ideal };
}

/** The mean over questions. */
export function meanQuality(all: readonly Quality[]): Quality {
  const mean = (key: keyof Quality) => all.reduce((sum, each) => sum + each[key], 0) / Math.max(1, all.length);
  return { recallAt10: mean("recallAt10"), recallAt100: mean("recallAt100"), ndcgAt10: mean("ndcgAt10") };
}
