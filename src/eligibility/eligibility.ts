import type { Flow, RefusedFlow } from "../knowledge/flows/index.js";
import { flowFitting } from "./fit.js";
import { complaintsOfPublished } from "./prove-published.js";
import type { PublishedTexts, Where } from "./sources.js";

/** Which flows may be gone through, by what is published. */
export type Eligibility = {
  /** The flows that are borne out there and then. */
  offered(where: Where): readonly Flow[];
  /** What keeps the others from being offered. */
  refused(where: Where): readonly RefusedFlow[];
  /** The offered flow that a question fits, or null. */
  fitting(question: string, where: Where): Promise<Flow | null>;
};

/** Proofs that are remembered at once: a day passes, an index is made anew, residents are of few places. */
const remembered = 16;

/** Holds flows against what is published: once for each index, place and day. */
export function openEligibility(flows: readonly Flow[], texts: PublishedTexts): Eligibility {
  const proofs = new Map<string, ReadonlyMap<Flow, readonly RefusedFlow[]>>();
  const proofOf = (where: Where): ReadonlyMap<Flow, readonly RefusedFlow[]> => {
    const key = [texts.generation(), where.place, where.asOf].join("|");
    const known = proofs.get(key);
    if (known) return known;
    const proof = new Map(flows.map((flow) => [flow, complaintsOfPublished(flow, texts, where)]));
    const [oldest] = proofs.keys();
    if (proofs.size >= remembered && oldest !== undefined) proofs.delete(oldest);
    proofs.set(key, proof);
    return proof;
  };
  const offered = (where: Where) => [...proofOf(where)].flatMap(([flow, complaints]) => (complaints.length === 0 ? [flow] : []));
  return {
    offered,
    refused: (where) => [...proofOf(where).values()].flat(),
    fitting: (question, where) => flowFitting(question, offered(where), texts),
  };
}
