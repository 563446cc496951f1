import { describe, expect, it } from "vitest";
import { openCueScores } from "../../src/requests/cue-scores.js";

const category = (level2: string, words: { strong?: string[]; words?: string[]; weak?: string[] }, level3: [string, string[]][] = []) => ({
  level1: "城乡建设",
  level2,
  strong: words.strong ?? [],
  words: words.words ?? [],
  weak: words.weak ?? [],
  level3: new Map(level3),
});
const scoresOf = openCueScores({
  all: [
    category("市政", { strong: ["路灯"], words: ["马路"] }, [["公共设施", ["路灯杆", "护栏"]]]),
    category("规划", { words: ["违建", "马路"], weak: ["护栏"] }),
  ],
  neutral: ["马路对面"],
});
const scores = (text: string) => [...scoresOf(text).scores];

describe("what cues say", () => {
  it("is nothing where there is none", () => {
    expect(scores("你好")).toEqual([0, 0]);
  });

  it("is more for a strong cue than for a common one", () => {
    expect(scores("路灯")[0]).toBeGreaterThan(scores("违建")[1] as number);
  });

  it("is shared by the categories that list a cue", () => {
    const [own, other] = scores("马路");
    expect(own).toBeGreaterThan(0);
    expect(own).toBe(other);
  });

  it("is less the later the cue stands", () => {
    expect(scores("违建很多")[1]).toBeGreaterThan(scores("各位领导辛苦了想说一下我们这边违建很多")[1] as number);
  });

  it("is nothing inside a neutral phrase", () => {
    expect(scores("我住马路对面")).toEqual([0, 0]);
  });

  it("names the third level that most cues belong to", () => {
    expect(scoresOf("护栏断了").level3Of(0)).toBe("公共设施");
    expect(scoresOf("路灯不亮").level3Of(0)).toBeNull();
  });
});
