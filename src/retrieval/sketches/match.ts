import { pairKinds, pairsOf, type Sketches } from "./sketch.js";

/** How much of a question's character pairs a chunk holds. */
export type PairMatch = {
  /** The share of the question's pairs by weight (inverse document frequency): 0 … 1. */
  readonly share: number;
  /** The longest run of the question's characters whose pairs the chunk holds all, in characters: nearly always the same phrase. */
  readonly longestRun: number;
};

/** Compares one question with chunks. Keeps its own buffers: one matcher serves one thread. */
export type PairMatcher = {
  /** Says which question the next calls of `match` are about; in lower case. */
  ask(question: string): void;
  match(sketches: Sketches, chunk: number): PairMatch;
};

const longestQuestion = 400;

export function pairMatcher(): PairMatcher {
  /** By pair number: 1 + where the question first holds it. */
  const placeInQuestion = new Uint16Array(pairKinds);
  let question: Uint16Array = new Uint16Array(0);
  let distinct = 0;
  /** Where the distinct pairs stand in `held`. */
  let places: Uint16Array = new Uint16Array(0);
  const held = new Uint8Array(longestQuestion);

  return {
    ask: (text) => {
      for (const pair of question) placeInQuestion[pair] = 0;
      question = pairsOf(text.slice(0, longestQuestion));
      places = new Uint16Array(question.length);
      distinct = 0;
      for (const [index, pair] of question.entries()) {
        if (placeInQuestion[pair] === 0) placeInQuestion[pair] = ++distinct;
        places[index] = placeInQuestion[pair] as number;
      }
    },
    match: ({ offsets, pairs, idf }, chunk) => {
      held.fill(0, 0, distinct + 1);
      const end = offsets[chunk + 1] as number;
      for (let index = offsets[chunk] as number; index < end; index++) {
        const place = placeInQuestion[pairs[index] as number] as number;
        if (place !== 0) held[place] = 1;
      }
      let total = 0;
      let found = 0;
      let run = 0;
      let longest = 0;
      for (let index = 0; index < question.length; index++) {
        const weight = idf[question[index] as number] as number;
        total += weight;
        if (held[places[index] as number] === 1) {
          found += weight;
          run++;
          if (run > longest) longest = run;
        } else run = 0;
      }
      return { share: total === 0 ? 0 : found / total, longestRun: longest === 0 ? 0 : longest + 1 };
    },
  };
}
