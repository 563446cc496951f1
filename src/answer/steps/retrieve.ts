import type { Hit } from "../../retrieval/index.js";
import { lawBehind } from "../law-behind.js";
import type { Step } from "../step.js";

const hitsWanted = 12;

/** Finds passages in force on the day asked about, for the place asked about or above it. */
export const retrieve: Step = {
  name: "retrieve",
  async run(turn, { retrieval }) {
    const { query, place, asOf, asked } = turn;
    const found = await retrieval.search(query, { place, asOf, top: hitsWanted, scope: "holding" });
    const isOurs = asked === null || (asked.elsewhere === null && asOf >= asked.today);
    const behind = isOurs ? [] : await lawBehind(query, asked, retrieval);
    const hits = behind.length === 0 ? found : bestOfEachPassage([...behind, ...found]).slice(0, hitsWanted);
    return { kind: "continue", status: hits.length === 0 ? "none" : `${hits.length}`, turn: { ...turn, hits } };
  },
};

function bestOfEachPassage(hits: readonly Hit[]): readonly Hit[] {
  const best = new Map<number, Hit>();
  for (const hit of hits) if (hit.score > (best.get(hit.chunk.id)?.score ?? Number.NEGATIVE_INFINITY)) best.set(hit.chunk.id, hit);
  return [...best.values()].toSorted((a, b) => b.score - a.score);
}
