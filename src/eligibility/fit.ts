import type { Flow } from "../knowledge/flows/index.js";
import { characterRuns } from "../text/character-runs.js";
import type { PublishedTexts } from "./sources.js";

/** Questions this near to an example ask the same, as the word vectors of the package see it; what else residents ask stays below. */
const nearEnough = 0.9;

/** The flow that a question fits, by its cues or by its nearness to the examples; null for none. What the flow excludes never fits. */
export async function flowFitting(question: string, flows: readonly Flow[], texts: Pick<PublishedTexts, "likeness">): Promise<Flow | null> {
  const open = flows.filter(({ offer }) => !offer.unless.some((pattern) => pattern.test(question)));
  const byCue = flowsByCue(question, open);
  if (byCue.length > 0) return nearest(question, byCue);
  let best: { readonly flow: Flow; readonly likeness: number } | null = null;
  for (const flow of open) {
    const likeness = Math.max(...((await texts.likeness(question, flow.offer.examples)) ?? [0]));
    if (likeness >= nearEnough && likeness > (best?.likeness ?? 0)) best = { flow, likeness };
  }
  return best?.flow ?? null;
}

/** The flows that have a cue for a question and do not exclude it. */
export function flowsByCue(question: string, flows: readonly Flow[]): readonly Flow[] {
  return flows.filter(
    ({ offer }) => offer.cues.some((cue) => cue.test(question)) && !offer.unless.some((pattern) => pattern.test(question)),
  );
}

/** Of several, that with the example that shares most with the question. */
function nearest(question: string, flows: readonly Flow[]): Flow | null {
  const shared = ({ offer }: Flow) => Math.max(...offer.examples.map((example) => sharedRuns(question, example)));
  return flows.toSorted((a, b) => shared(b) - shared(a))[0] ?? null;
}

function sharedRuns(one: string, other: string): number {
  const a = characterRuns(one);
  const b = characterRuns(other);
  const both = [...a].filter((run) => b.has(run)).length;
  return both / Math.max(1, a.size + b.size - both);
}
