import { describe, expect, it } from "vitest";
import { asksForSecond, listedMatters } from "../../../src/answer/follow-up/listed-matters.js";
import { sampleKnowledge } from "../../fixtures/request-dialog.js";

const { followUps } = sampleKnowledge();

describe("listedMatters", () => {
  it.each(["我有两件事：一是押金不退，二是水电费太贵。先问第一件", "两个问题，1、押金不退；2、水电费太贵，先说第一个"])(
    "of %s",
    (message) => {
      expect(listedMatters(message, followUps)).toEqual({ first: "押金不退", second: "水电费太贵" });
    },
  );

  it("are none when both are asked at once", () => {
    expect(listedMatters("一是押金不退，二是水电费太贵，怎么办", followUps)).toBeNull();
  });
});

describe("asksForSecond", () => {
  it.each(["第二个呢？", "那第二件呢", "谢谢，第二个问题怎么说"])("%s", (message) => {
    expect(asksForSecond(message, followUps)).toBe(true);
  });

  it("is not 第二 within a question", () => {
    expect(asksForSecond("第二个孩子能休几天产假", followUps)).toBe(false);
  });
});
