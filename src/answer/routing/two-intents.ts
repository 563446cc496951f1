import type { Routing } from "../../knowledge/routing.js";
import { classifyRoute } from "../classify-route.js";
import { askedAs } from "./rival.js";

/** A message's report and its question, each in the resident's words. */
export type TwoIntents = { readonly report: string; readonly question: string };

const boundaries = /[，,。.！!？?；;\n]+/gu;
const shortest = 4;

/**
 * Splits a message in two where one half wants something done and the other asks; null for all others. A story that ends in 怎么办 is one question,
 * so the half that reports must say that it wants something done.
 */
export function twoIntentsOf(text: string, routing: Routing): TwoIntents | null {
  const { sure, wantsSomethingDone, asks, leadsOver } = routing.twoIntents;
  if (!wantsSomethingDone.test(text) || !asks.test(text)) return null;
  let best: (TwoIntents & { readonly sureness: number }) | null = null;
  for (const { index, 0: mark } of text.matchAll(boundaries)) {
    const first = text.slice(0, index + mark.length).trim();
    const second = text
      .slice(index + mark.length)
      .trim()
      .replace(leadsOver, "");
    for (const [report, question] of [
      [first, second],
      [second, first],
    ] as const) {
      if ([...report].length < shortest || [...question].length < shortest) continue;
      if (!wantsSomethingDone.test(report) || wantsSomethingDone.test(question) || !asks.test(question) || asks.test(report)) continue;
      const asked = classifyRoute(question, routing);
      const told = classifyRoute(report, routing);
      if (askedAs(told.route) !== "report" || askedAs(asked.route) !== "question") continue;
      const sureness = Math.min(told.confidence, asked.confidence);
      if (sureness >= sure && sureness > (best?.sureness ?? 0)) best = { report, question, sureness };
    }
  }
  return best && { report: withoutComma(best.report), question: withoutComma(best.question) };
}

function withoutComma(text: string): string {
  return text.replace(/[，,、\s]+$/u, "");
}
