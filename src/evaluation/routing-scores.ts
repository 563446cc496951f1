import { type FoldedRoute, foldedRoutes } from "./folded-route.js";

/** A message's expected route and the one it got. */
export type Routed = { readonly wanted: FoldedRoute; readonly got: FoldedRoute };

/** Messages by expected route (rows) and route (columns), both in the order of `foldedRoutes`. */
export type ConfusionMatrix = readonly (readonly number[])[];

export function confusionMatrix(routed: readonly Routed[]): ConfusionMatrix {
  const count = foldedRoutes.map(() => foldedRoutes.map(() => 0));
  for (const { wanted, got } of routed) {
    const row = count[foldedRoutes.indexOf(wanted)] as number[];
    const column = foldedRoutes.indexOf(got);
    row[column] = (row[column] ?? 0) + 1;
  }
  return count;
}

/** The share that is routed as expected, null of none. */
export function accuracy(routed: readonly Routed[]): number | null {
  return routed.length === 0 ? null : routed.filter(({ wanted, got }) => wanted === got).length / routed.length;
}

/** A route's precision, recall and their harmonic mean; null where nothing is divided by. */
export type RouteScore = {
  readonly route: FoldedRoute;
  readonly wanted: number;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number;
};

/** The scores of each route that is expected of a message or given to one. */
export function routeScores(routed: readonly Routed[]): readonly RouteScore[] {
  const matrix = confusionMatrix(routed);
  return foldedRoutes.flatMap((route, index) => {
    const wanted = (matrix[index] ?? []).reduce((sum, each) => sum + each, 0);
    const got = matrix.reduce((sum, row) => sum + (row[index] ?? 0), 0);
    const right = matrix[index]?.[index] ?? 0;
    if (wanted + got === 0) return [];
    const share = (whole: number) => (whole === 0 ? null : right / whole);
    return [{ route, wanted, precision: share(got), recall: share(wanted), f1: (2 * right) / (wanted + got) }];
  });
}

/**
 * The mean of the routes' F1, each counting alike however rare (Sokolova and Lapalme, A systematic analysis of performance measures for
 * classification tasks, 2009); over the routes that are expected of a message or given to one. Null of no messages.
 */
export function macroF1(routed: readonly Routed[]): number | null {
  const scores = routeScores(routed);
  return scores.length === 0 ? null : scores.reduce((sum, { f1 }) => sum + f1, 0) / scores.length;
}
