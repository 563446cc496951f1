import type { Route } from "../domain/reply.js";
import type { Routing } from "../knowledge/routing.js";
import { disguisesOf } from "../text/disguise.js";
import { normaliseText } from "../text/normalise.js";
import { toSimplified } from "../text/traditional.js";

/** `confidence` is the share of the best kind's odds; `kind` is the strongest cue's, where cues have kinds. */
export type Routed = { readonly route: Route; readonly confidence: number; readonly kind: string | null };

/** Beyond this many characters, the beginning and the end tell what a message wants. */
const headLength = 900;
const tailLength = 300;

/** What kind of message it is: every kind's cues are added up, the largest sum wins. */
export function classifyRoute(text: string, routing: Routing): Routed {
  const plain = plainForm(text);
  const lower = plain.toLowerCase();
  const scores = routing.map((rules) => {
    const disguised = rules.route === "attack" ? disguisesOf(plain) : [];
    return { route: rules.route, ...strongest([lower, ...disguised].map((form) => scoreOf(form, rules))) };
  });
  const ranked = scores.sort((a, b) => b.score - a.score);
  const best = ranked[0];
  if (best === undefined) return { route: "question", confidence: 0, kind: null };
  const odds = ranked.reduce((sum, { score }) => sum + Math.exp(score - best.score), 0);
  return { route: best.route, confidence: 1 / odds, kind: best.kind };
}

/** What one kind's cues add up to, with the kind of the strongest: for a step that asks about one kind only. */
export function scoreFor(route: Route, text: string, routing: Routing): { readonly score: number; readonly kind: string | null } {
  const rules = routing.find((each) => each.route === route);
  return rules ? scoreOf(plainForm(text).toLowerCase(), rules) : { score: 0, kind: null };
}

function plainForm(text: string): string {
  const plain = toSimplified(normaliseText(text));
  return plain.length <= headLength + tailLength ? plain : `${plain.slice(0, headLength)}\n${plain.slice(-tailLength)}`;
}

function scoreOf(text: string, rules: Routing[number]): { score: number; kind: string | null } {
  let score = rules.base;
  let kind: string | null = null;
  let weightOfKind = 0;
  for (const cue of rules.cues) {
    if (!cue.pattern.test(text) || cue.unless?.test(text)) continue;
    score += cue.weight;
    if (cue.kind != null && cue.weight > weightOfKind) {
      kind = cue.kind;
      weightOfKind = cue.weight;
    }
  }
  return { score, kind };
}

function strongest(scored: readonly { score: number; kind: string | null }[]): { score: number; kind: string | null } {
  return scored.reduce((best, each) => (each.score > best.score ? each : best));
}
