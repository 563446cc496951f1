import type { DoubtRules } from "../knowledge/doubts.js";
import { bigramsOf } from "../text/bigrams.js";

/** A disclosure request as far as likeness goes. */
export type AskedFor = { readonly number: string; readonly description: string; readonly applicantKey: string | null };
/** Requests of several applicants for the same: better published for everybody (政府信息公开条例 Art. 44). */
export type ProactiveProposal = { readonly description: string; readonly numbers: readonly string[]; readonly applicants: number };

/**
 * Groups of requests that want the same, by at least `rules.proactiveFrom` different applicants, the largest first. Each request stands in one
 * group at most: that of the earliest request which it is like.
 */
export function proactiveProposals(requests: readonly AskedFor[], rules: DoubtRules): readonly ProactiveProposal[] {
  const groups: { readonly pairs: ReadonlySet<string>; readonly requests: AskedFor[] }[] = [];
  for (const request of requests) {
    const pairs = bigramsOf(request.description);
    const group = groups.find((each) => likeness(each.pairs, pairs) >= rules.alikeFrom);
    if (group) group.requests.push(request);
    else groups.push({ pairs, requests: [request] });
  }
  return groups
    .map(({ requests: all }) => ({
      description: all[0]?.description ?? "",
      numbers: all.map(({ number }) => number),
      applicants: new Set(all.map(({ applicantKey, number }) => applicantKey ?? number)).size,
    }))
    .filter(({ applicants }) => applicants >= rules.proactiveFrom)
    .sort((one, other) => other.applicants - one.applicants);
}

/** The share of two texts' pairs of characters that they have in common (Dice's coefficient), 0 to 1. */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size + other.size === 0) return 0;
  const both = [...one].filter((pair) => other.has(pair)).length;
  return (2 * both) / (one.size + other.size);
}
