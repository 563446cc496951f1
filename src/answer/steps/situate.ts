import { whatIsAsked, withoutWords } from "../asked.js";
import type { ImmediateStep } from "../step.js";

/** Which place and which day the question is about: the resident's own and today, unless it says otherwise. */
export const situate: ImmediateStep = {
  name: "situate",
  run(turn, { knowledge }) {
    const asked = whatIsAsked(turn.query, turn.place, turn.asOf, knowledge);
    const { day, place, date, elsewhere } = asked;
    const status = [elsewhere ? "elsewhere" : place === turn.place ? "here" : "narrowed", date ? day : "today"].join(" ");
    return { kind: "continue", status, turn: { ...turn, query: withoutWords(turn.query, asked), place, asOf: day, asked } };
  },
};
