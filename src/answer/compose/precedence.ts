import { type Place, placeLevel } from "../../domain/place.js";
import type { Hit } from "../../retrieval/index.js";
import { matterKey } from "../../text/matter-key.js";

/**
 * Where several texts in force speak of the best hit's matter, the more local and then the newer comes first, with the best of each higher
 * level beside it; the rest follows as it was found. All that is said of a conflict are their own words.
 * @param closeEnough the share of the best score from which a hit speaks of the same question
 */
export function byPrecedence(hits: readonly Hit[], closeEnough: number): readonly Hit[] {
  const [best] = hits;
  if (!best || best.chunk.article === null) return hits;
  const matter = matterKey(best.version.title);
  const speaks = (hit: Hit) =>
    hit.chunk.article !== null && hit.score >= closeEnough * best.score && matterKey(hit.version.title) === matter;
  const byLevel = new Map<number, Hit>();
  for (const hit of hits.filter(speaks)) {
    const level = placeLevel(hit.version.place as Place);
    const known = byLevel.get(level);
    if (!known || (hit.version.from > known.version.from && hit.version.title !== known.version.title)) byLevel.set(level, hit);
  }
  const ordered = [...byLevel].toSorted(([a], [b]) => b - a).map(([, hit]) => hit);
  return [...ordered, ...hits.filter((hit) => !ordered.includes(hit))];
}
