import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pairMatcher } from "../../../src/retrieval/sketches/match.js";
import { pairsOf, type Sketches, sketchBuilder } from "../../../src/retrieval/sketches/sketch.js";

function sketchesOf(texts: readonly string[]): Sketches {
  const builder = sketchBuilder();
  for (const text of texts) builder.add(text);
  return builder.finish();
}

/** The pairs along a text as they are written; a pair that space or punctuation parts is none. */
function writtenPairs(text: string): string[] {
  const characters = text.split("");
  return characters.slice(1).flatMap((second, index) => {
    const pair = `${characters[index]}${second}`;
    return /^[\p{Script=Han}a-z0-9]{2}$/u.test(pair) ? [pair] : [];
  });
}

/** The same without sketches: pairs as text, looked up one by one. */
function oracle(question: string, text: string, { idf }: Sketches) {
  const held = new Set(writtenPairs(text));
  const asked = writtenPairs(question);
  const weightOf = (pair: string) => idf[pairsOf(pair)[0] as number] as number;
  const sum = (pairs: readonly string[]) => pairs.reduce((total, pair) => total + weightOf(pair), 0);
  const runs = asked
    .map((pair) => (held.has(pair) ? "x" : " "))
    .join("")
    .split(" ");
  const longest = Math.max(0, ...runs.map((run) => run.length));
  return {
    share: sum(asked) === 0 ? 0 : sum(asked.filter((pair) => held.has(pair))) / sum(asked),
    longestRun: longest === 0 ? 0 : longest + 1,
  };
}

// no two of the pairs that these make share a number, so that the comparison is exact
const characters = ["夜", "市", "摊", "位", "登", "记", "3", "a"];
const text = fc.string({ unit: fc.constantFrom(...characters, "，", " "), maxLength: 30 });

describe("the match of a question with a chunk", () => {
  it("rests on pairs that do not share numbers in this test", () => {
    const pairs = characters.flatMap((first) => characters.map((second) => `${first}${second}`));
    expect(new Set(pairs.map((pair) => pairsOf(pair)[0])).size).toBe(pairs.length);
  });

  it("is what comparing the pairs one by one gives, for one question after another", () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), fc.array(text, { minLength: 1, maxLength: 6 }), (questions, texts) => {
        const sketches = sketchesOf(texts);
        const matcher = pairMatcher();
        for (const question of questions) {
          matcher.ask(question);
          for (const [chunk, each] of texts.entries()) {
            const expected = oracle(question, each, sketches);
            const match = matcher.match(sketches, chunk);
            expect(match.longestRun).toBe(expected.longestRun);
            expect(match.share).toBeCloseTo(expected.share, 6);
          }
        }
      }),
    );
  });

  it("never falls short for pairs that share a number: a chunk may only seem to hold more", () => {
    const common = fc.string({
      unit: fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCharCode(code)),
      minLength: 2,
      maxLength: 200,
    });
    fc.assert(
      fc.property(common, common, (question, each) => {
        const sketches = sketchesOf([each]);
        const matcher = pairMatcher();
        matcher.ask(question);
        const expected = oracle(question, each, sketches);
        const match = matcher.match(sketches, 0);
        expect(match.longestRun).toBeGreaterThanOrEqual(expected.longestRun);
        expect(match.share).toBeGreaterThanOrEqual(expected.share - 1e-6);
      }),
    );
  });

  it("is whole where the chunk holds the question", () => {
    const matcher = pairMatcher();
    matcher.ask("夜市摊位");
    expect(matcher.match(sketchesOf(["街道的夜市摊位先登记"]), 0)).toEqual({ share: 1, longestRun: 4 });
  });

  it("is nothing for a question without pairs", () => {
    const matcher = pairMatcher();
    for (const question of ["", "夜", "？！", "🙏🙏"]) {
      matcher.ask(question);
      expect(matcher.match(sketchesOf(["夜市摊位"]), 0)).toEqual({ share: 0, longestRun: 0 });
    }
  });

  it("looks at the first 400 characters of a long question", () => {
    const matcher = pairMatcher();
    const beginning = Array.from({ length: 400 }, (_, place) => String.fromCharCode(0x4e00 + place)).join("");
    matcher.ask(`${beginning}夜市摊位`.repeat(5));
    expect(matcher.match(sketchesOf([beginning]), 0)).toEqual({ share: 1, longestRun: 400 });
  });
});
