import type { Routed } from "../../src/answer/routing/decide-route.js";
import type { Route } from "../../src/domain/reply.js";
import { foldRoute } from "../../src/evaluation/folded-route.js";

/** A message with the route that it has and the one that it was given. */
export type RouteJudged = Routed & { readonly text: string; readonly wanted: Route };

/** What a set of messages came to: over folded routes. */
export type RouteFigures = { readonly what: string; readonly messages: number; readonly accuracy: number; readonly macroF1: number };

/** Prints accuracy and macro-F1 of the folded routes, the accuracy of each route as it is, and how often each confidence is right. */
export function printRouteFigures(what: string, judged: readonly RouteJudged[], misses: boolean): RouteFigures {
  const share = (hits: number, of: number) => (of === 0 ? "–" : (hits / of).toFixed(3));
  const right = judged.filter(({ route, wanted }) => foldRoute(route) === foldRoute(wanted));
  const labels = [...new Set(judged.map(({ wanted }) => foldRoute(wanted)))].sort();
  const scores = labels.map((label) => {
    const hits = right.filter(({ wanted }) => foldRoute(wanted) === label).length;
    const of = judged.filter(({ wanted }) => foldRoute(wanted) === label).length;
    const given = judged.filter(({ route }) => foldRoute(route) === label).length;
    return (2 * hits) / Math.max(1, of + given);
  });
  const macro = scores.reduce((sum, each) => sum + each, 0) / Math.max(1, scores.length);
  process.stdout.write(`\n${what}, ${judged.length}: accuracy ${share(right.length, judged.length)}, macro-F1 ${macro.toFixed(3)}\n`);
  for (const wanted of [...new Set(judged.map((each) => each.wanted))].sort()) {
    const rows = judged.filter((each) => each.wanted === wanted);
    const given = new Map<string, number>();
    for (const { route } of rows) given.set(route, (given.get(route) ?? 0) + 1);
    const list = [...given].sort(([, a], [, b]) => b - a).map(([route, count]) => `${route} ${count}`);
    process.stdout.write(`  ${wanted.padEnd(13)}${share(given.get(wanted) ?? 0, rows.length)}  ${list.join(", ")}\n`);
  }
  process.stdout.write("  confidence  messages  right\n");
  for (let low = 0; low < 1; low += 0.1) {
    const within = judged.filter(({ confidence }) => confidence >= low && (confidence < low + 0.1 || low > 0.85));
    if (within.length === 0) continue;
    const hits = within.filter(({ route, wanted }) => foldRoute(route) === foldRoute(wanted)).length;
    process.stdout.write(`  ${low.toFixed(1)}         ${String(within.length).padStart(8)}  ${share(hits, within.length)}\n`);
  }
  if (misses)
    for (const { route, wanted, confidence, text } of judged)
      if (foldRoute(route) !== foldRoute(wanted))
        process.stdout.write(`    ${wanted} → ${route} ${confidence.toFixed(2)} ${text.slice(0, 60).replaceAll("\n", "⏎")}\n`);
  return { what, messages: judged.length, accuracy: right.length / Math.max(1, judged.length), macroF1: macro };
}
