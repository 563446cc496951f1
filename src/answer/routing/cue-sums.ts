import type { RouteRules } from "../../knowledge/routing.js";
import { disguisesOf } from "../../text/disguise.js";

/** What the cues of every route add up to, in the order of the rules; and of each the kind of its strongest cue. */
export type CueSums = { readonly sums: readonly number[]; readonly kinds: readonly (string | null)[] };

/** Adds up the cues in a text in simplified characters; those of attacks also behind its disguises. */
export function sumCues(text: string, rules: readonly RouteRules[]): CueSums {
  const lower = text.toLowerCase();
  const scored = rules.map((each) => {
    const forms = each.route === "attack" ? [lower, ...disguisesOf(text)] : [lower];
    return forms.map((form) => sumOf(form, each)).reduce((best, form) => (form.sum > best.sum ? form : best));
  });
  return { sums: scored.map(({ sum }) => sum), kinds: scored.map(({ kind }) => kind) };
}

function sumOf(text: string, rules: RouteRules): { readonly sum: number; readonly kind: string | null } {
  let sum = rules.base;
  let kind: string | null = null;
  let weightOfKind = 0;
  for (const cue of rules.cues) {
    if (!cue.pattern.test(text) || cue.unless?.test(text)) continue;
    sum += cue.weight;
    if (cue.kind != null && cue.weight > weightOfKind) {
      kind = cue.kind;
      weightOfKind = cue.weight;
    }
  }
  return { sum, kind };
}
