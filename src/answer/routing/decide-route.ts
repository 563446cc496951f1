import type { Route } from "../../domain/reply.js";
import type { Routing } from "../../knowledge/routing.js";
import type { RouteProbabilities } from "./route-probabilities.js";

/** What a message is taken for. */
export type Routed = {
  readonly route: Route;
  /** The probability of the route's family: low too when the message says little. */
  readonly confidence: number;
  /** The probability that somebody is in danger now. */
  readonly danger: number;
  /** Of an attack, an emergency, small talk: which. */
  readonly kind: string | null;
  /** The other family that it may well be of; null when it is plain. */
  readonly rival: Route | null;
  /** The probability that it says too little to tell. */
  readonly unclear: number;
};

/** To take one route of a family for another costs the resident little, so they stand together against the others. */
const families: Readonly<Partial<Record<Route, Route>>> = {
  help: "complaint",
  suggestion: "complaint",
  report: "complaint",
  petition: "complaint",
  emergency: "complaint",
  out_of_scope: "question",
};

const familyOf = (route: Route): Route => families[route] ?? route;

/** The most probable family of routes, and in it the most probable route. */
export function decideRoute(
  { probabilities, cues }: RouteProbabilities,
  { rules, model, thresholds }: Pick<Routing, "rules" | "model" | "thresholds">,
): Routed {
  const byRoute = new Map<Route, number>();
  const byFamily = new Map<Route, number>();
  let unclear = 0;
  for (const [index, { route }] of model.classes.entries()) {
    const probability = probabilities[index] as number;
    if (route === null) unclear = probability;
    else {
      byRoute.set(route, (byRoute.get(route) ?? 0) + probability);
      byFamily.set(familyOf(route), (byFamily.get(familyOf(route)) ?? 0) + probability);
    }
  }
  const [first, second] = [...byFamily].sort(([, a], [, b]) => b - a);
  if (first === undefined) return { route: "question", confidence: 0, danger: 0, kind: null, rival: null, unclear };
  // what is refused as none of our business must be that plainly, else it is looked up; and no alarm is raised by a small chance
  const least: Partial<Record<Route, number>> = { out_of_scope: thresholds.outOfScope, emergency: thresholds.emergency };
  const isPlain = ([route, probability]: readonly [Route, number]) => probability >= (least[route] ?? 0);
  const bestOf = (family: Route) => mostProbable([...byRoute].filter((each) => familyOf(each[0]) === family && isPlain(each))) ?? family;
  const likeliest = bestOf(first[0]);
  // 路灯, 停车: what is asked about it will be found out; a lone 12 or 嗯 is no question
  const route = unclear >= thresholds.unclear && likeliest !== "smalltalk" ? "question" : likeliest;
  const kind = cues.kinds[rules.findIndex((each) => each.route === route)] ?? kindOf(route, probabilities, model);
  const rival = second !== undefined && second[1] >= thresholds.rival ? bestOf(second[0]) : null;
  return { route, confidence: first[1], danger: byRoute.get("emergency") ?? 0, kind, rival, unclear };
}

function mostProbable(pairs: readonly (readonly [Route, number])[]): Route | undefined {
  return pairs.toSorted(([, a], [, b]) => b - a)[0]?.[0];
}

function kindOf(route: Route, probabilities: Float64Array, { classes }: Routing["model"]): string | null {
  let best: string | null = null;
  let most = 0;
  for (const [index, each] of classes.entries())
    if (each.route === route && (probabilities[index] as number) > most) {
      best = each.kind;
      most = probabilities[index] as number;
    }
  return best;
}
