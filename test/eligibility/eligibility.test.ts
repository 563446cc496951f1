import { describe, expect, it } from "vitest";
import { plainDate } from "../../src/domain/plain-date.js";
import { placesOfArticle } from "../../src/eligibility/affected.js";
import { openEligibility } from "../../src/eligibility/index.js";
import { officePlace } from "../fixtures/corpus.js";
import { type CartFlow, cartRule, loadCart } from "../fixtures/flows.js";
import { retrievalOver } from "../fixtures/retrieval.js";

const today = { place: officePlace, asOf: plainDate("2026-11-23") };

/** The cart flow held against these documents. */
async function heldAgainst(files: Readonly<Record<string, string>>, change?: (flow: CartFlow) => void) {
  const { flows } = loadCart(change);
  const { retrieval } = await retrievalOver(files);
  return { flows, eligibility: openEligibility(flows, retrieval) };
}

const explained = (text: string) => ({
  "解读.md": [
    "---",
    "title: 推车解读",
    "kind: interpretation",
    `place: ${officePlace}`,
    "effectiveFrom: 2021-01-01",
    "---",
    "",
    "## 能借几天？",
    "",
    text,
    "",
  ].join("\n"),
});

describe("a flow held against what is published", () => {
  it("is offered where its articles are there", async () => {
    const { flows, eligibility } = await heldAgainst(cartRule);
    expect(eligibility.refused(today)).toEqual([]);
    expect(eligibility.offered(today)).toEqual(flows);
  });

  it("is offered where our own text names the article that it rests on, and the numbers stand there", async () => {
    const { eligibility } = await heldAgainst(explained("每次2天（《推车条例》第一条），每袋加1.5天（《推车条例》第二条）。"));
    expect(eligibility.refused(today)).toEqual([]);
  });

  it("is not offered where nothing names the article, with file and line", async () => {
    const { flows, eligibility } = await heldAgainst({ "别的.md": "# 别的\n\n第一条 别的事。\n" });
    expect(eligibility.offered(today)).toEqual([]);
    const [flow] = flows;
    expect(eligibility.refused(today)[0]).toMatchObject({
      file: flow?.file,
      line: flow?.lineOf(["outcomes", "lent", "cites", 0]),
      what: expect.stringContaining("《推车条例》第一条"),
    });
  });

  it("is not offered where its number is not that of the article", async () => {
    const { eligibility } = await heldAgainst(cartRule, ({ parameters }) => Object.assign(parameters.base.values[0] ?? {}, { value: 3 }));
    expect(eligibility.refused(today)).toMatchObject([{ what: expect.stringContaining("3 does not stand in 《推车条例》") }]);
  });

  it("is not offered on a day before the article was in force", async () => {
    const { eligibility } = await heldAgainst(cartRule);
    expect(eligibility.offered({ ...today, asOf: plainDate("2019-12-31") })).toEqual([]);
  });
});

describe("the flow that a question fits", () => {
  it("is found by its cues, and not where they are excluded", async () => {
    const { flows, eligibility } = await heldAgainst(cartRule);
    expect(await eligibility.fitting("请问推车能借几天", today)).toBe(flows[0]);
    expect(await eligibility.fitting("买推车要等几天", today)).toBeNull();
  });

  it("is found by meaning where an example is as good as the same, and not otherwise", async () => {
    const { flows } = loadCart();
    const texts = {
      article: () => ({ chunk: { text: "2 1.5" }, version: { title: "推车条例" } }) as never,
      naming: () => [],
      generation: () => "1",
    };
    const likeness = (nearness: number) => async (_: string, others: readonly string[]) =>
      others.map((__, index) => (index === 0 ? nearness : 0));
    const fitting = (nearness: number) => openEligibility(flows, { ...texts, likeness: likeness(nearness) }).fitting("手推车借多久", today);
    expect(await fitting(0.97)).toBe(flows[0]);
    expect(await fitting(0.6)).toBeNull();
  });
});

describe("what rests on an article", () => {
  it("is told with file and line, parameters with what is computed from them", () => {
    const { flows } = loadCart();
    const [flow] = flows;
    expect(placesOfArticle(flows, "推车条例", "第二条")).toMatchObject([
      { flow: "cart", line: flow?.lineOf(["parameters", "extra", "values", 0]), what: "parameter extra (in days)" },
      { what: "parameter extra (in days)" },
    ]);
    expect(placesOfArticle(flows, "《推车条例》", null)).toHaveLength(5);
    expect(placesOfArticle(flows, "别的条例", null)).toEqual([]);
  });
});
