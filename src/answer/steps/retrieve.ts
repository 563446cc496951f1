import { nation, type Place } from "../../domain/place.js";
import type { Gazetteer } from "../../knowledge/index.js";
import type { Step } from "../step.js";

const hitsWanted = 12;

/** Finds passages in force on the day for the place; a more local place that the message names, below the asked one, narrows it. */
export const retrieve: Step = {
  name: "retrieve",
  run(turn, { retrieval, knowledge }) {
    const place = narrowed(turn.place, turn.query, knowledge.places);
    const hits = retrieval.search(turn.query, { place, asOf: turn.asOf, top: hitsWanted, scope: "holding" });
    return { kind: "continue", status: hits.length === 0 ? "none" : `${hits.length}`, turn: { ...turn, place, hits } };
  },
};

function narrowed(place: Place, text: string, places: Gazetteer): Place {
  const named = places.namedIn(text);
  return named !== null && place !== nation && named.startsWith(`${place}/`) ? named : place;
}
