import type { Route } from "../domain/reply.js";

/** The routes that a message is judged by. */
export const foldedRoutes = ["question", "disclosure", "complaint", "status", "smalltalk", "attack"] as const;
export type FoldedRoute = (typeof foldedRoutes)[number];

const folds: Readonly<Record<Route, FoldedRoute>> = {
  question: "question",
  out_of_scope: "question",
  disclosure: "disclosure",
  complaint: "complaint",
  help: "complaint",
  suggestion: "complaint",
  report: "complaint",
  petition: "complaint",
  emergency: "complaint",
  status: "status",
  smalltalk: "smalltalk",
  handover: "smalltalk",
  attack: "attack",
};

/** A route as it is judged: what the office registers in the same way counts as a complaint, what it only talks about as small talk. */
export function foldRoute(route: Route): FoldedRoute {
  return folds[route];
}
