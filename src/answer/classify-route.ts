import type { Route } from "../domain/reply.js";
import type { Routing } from "../knowledge/routing.js";
import { normaliseText } from "../text/normalise.js";
import { toSimplified } from "../text/traditional.js";
import { sumCues } from "./routing/cue-sums.js";
import { decideRoute, type Routed } from "./routing/decide-route.js";
import { openRouteProbabilities } from "./routing/route-probabilities.js";

export type { Routed } from "./routing/decide-route.js";

/** Beyond this many characters, the beginning and the end tell what a message wants. */
const headLength = 900;
const tailLength = 300;

const opened = new WeakMap<Routing, (text: string) => Routed>();

/**
 * What kind of message it is, under a millisecond for a usual one.
 * @throws ZhengwenError `knowledge_invalid` when the model does not fit the rules or the word vectors
 */
export function classifyRoute(text: string, routing: Routing): Routed {
  const classify = opened.get(routing) ?? openClassifier(routing);
  opened.set(routing, classify);
  return classify(text);
}

/** What one kind's cues add up to, with the kind of the strongest: for a step that asks about one kind only. */
export function scoreFor(route: Route, text: string, { rules }: Routing): { readonly score: number; readonly kind: string | null } {
  const own = rules.filter((each) => each.route === route);
  const { sums, kinds } = sumCues(plainForm(text), own);
  return { score: sums[0] ?? 0, kind: kinds[0] ?? null };
}

/** The message as the classifier reads it: simplified characters, and of a long one its beginning and end. */
export function plainForm(text: string): string {
  const plain = toSimplified(normaliseText(text));
  return plain.length <= headLength + tailLength ? plain : `${plain.slice(0, headLength)}\n${plain.slice(-tailLength)}`;
}

/** Several steps ask about the same message: the last one is remembered. */
function openClassifier({ rules, model, thresholds }: Routing): (text: string) => Routed {
  const probabilitiesOf = openRouteProbabilities(rules, model);
  let last: { readonly text: string; readonly routed: Routed } | null = null;
  return (text) => {
    if (last?.text === text) return last.routed;
    const routed = decideRoute(probabilitiesOf(plainForm(text)), { rules, model, thresholds });
    last = { text, routed };
    return routed;
  };
}
