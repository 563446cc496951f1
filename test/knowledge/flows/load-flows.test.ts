import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { type CartFlow, cartCases, cartFlow, loadCart, loadFiles } from "../../fixtures/flows.js";

/** The line of the written flow on which a text stands first, from 1. */
const lineOf = (flow: unknown, text: string) =>
  stringify(flow)
    .split("\n")
    .findIndex((line) => line.includes(text)) + 1;

const branches = (flow: CartFlow, node: string) => flow.nodes[node]?.["next"] as Record<string, unknown>[];

describe("flows", () => {
  it("are read with their cases", () => {
    const { flows, refused } = loadCart();
    expect(refused).toEqual([]);
    expect(flows).toMatchObject([{ id: "cart", cases: [{ outcome: "refused" }, { outcome: "lent" }] }]);
  });

  it("are none where the folder has none", () => {
    expect(loadFiles({})).toEqual({ flows: [], refused: [] });
  });

  it("are there though another is refused", () => {
    const { flows, refused } = loadFiles({
      "cart.yml": stringify(cartFlow()),
      "cart.cases.yml": stringify(cartCases()),
      "broken.yml": "id: broken\n",
      "torn.yml": "id: [\n",
    });
    expect(flows.map(({ id }) => id)).toEqual(["cart"]);
    expect(new Set(refused.map(({ file }) => file.split(/[\\/]/).at(-1)))).toEqual(new Set(["broken.yml", "torn.yml"]));
  });

  it.each<[string, (flow: CartFlow) => void, string, string]>([
    ["a dead end", (flow) => Object.assign(branches(flow, "bags")[0] ?? {}, { when: { answer: "bags", atLeast: 1 } }), "dead end", ""],
    ["a circle", (flow) => Object.assign(branches(flow, "from_day")[0] ?? {}, { go: "bags" }), "circle", ""],
    ["a way to nowhere", (flow) => Object.assign(branches(flow, "bags")[0] ?? {}, { go: "moon" }), "moon", "go: moon"],
    [
      "an outcome that nothing leads to",
      (flow) => Object.assign(flow.outcomes, { idle: flow.outcomes["lent"] }),
      "nothing leads to idle",
      "",
    ],
    ["an outcome without an article", (flow) => Object.assign(flow.outcomes["refused"] ?? {}, { cites: [] }), "article", ""],
    [
      "an article that is none",
      (flow) => Object.assign(flow.outcomes["refused"] ?? {}, { cites: [{ document: "推车条例", article: "第三" }] }),
      "no article",
      "article: 第三\n",
    ],
    ["a parameter without a date", (flow) => Reflect.deleteProperty(flow.parameters.base.values[0] ?? {}, "from"), "from", ""],
    ["a parameter without an article", (flow) => Reflect.deleteProperty(flow.parameters.base.values[0] ?? {}, "article"), "article", ""],
    ["dates out of order", (flow) => flow.parameters.extra.values.reverse(), "order of their dates", ""],
    [
      "an unknown parameter",
      (flow) => Object.assign(flow.values, { days: { unit: "天", is: { parameter: "bonus" } } }),
      "bonus",
      "parameter: bonus",
    ],
    ["an unknown value in braces", (flow) => Object.assign(flow.outcomes["lent"] ?? {}, { text: "借 {weeks} 周。" }), "weeks", "{weeks}"],
    [
      "an answer that not every way asks",
      (flow) => Object.assign(flow.outcomes["refused"] ?? {}, { text: "您有 {bags} 袋。" }),
      "refused uses the answer bags",
      "{bags}",
    ],
    [
      "an option that there is not",
      (flow) => Object.assign(branches(flow, "purpose")[0] ?? {}, { when: { answer: "purpose", is: "work" } }),
      "work is no option",
      "is: work",
    ],
    [
      "a number compared with a date",
      (flow) => branches(flow, "bags").unshift({ when: { answer: "bags", atLeast: { answer: "purpose" } }, go: "refused" }),
      "a number is wanted here, not a choice",
      "atLeast:",
    ],
    [
      "a place that nobody knows",
      (flow) => Object.assign(branches(flow, "lives_in")[0] ?? {}, { when: { answer: "lives_in", within: "亚特兰蒂斯" } }),
      "亚特兰蒂斯",
      "within: 亚特兰蒂斯",
    ],
    [
      "a digit in a text",
      (flow) => Object.assign(flow.outcomes["lent"] ?? {}, { text: "可以借 {days} 天，最多30天。" }),
      "30天",
      "最多30天",
    ],
    [
      "a value that is computed from itself",
      (flow) => Object.assign(flow.values, { days: { unit: "天", is: { value: "days" } } }),
      "itself",
      "",
    ],
    ["a word that it does not know", (flow) => Object.assign(flow, { notes: "…" }), "notes", "notes:"],
    ["seven examples", (flow) => flow.offer.examples.pop(), "eight examples", "examples:"],
    ["a cue that is no pattern", (flow) => Object.assign(flow.offer, { cues: ["("] }), "offer.cues.0", "- ("],
    ["another name than its file", (flow) => Object.assign(flow, { id: "trolley" }), "named for cart", "id: trolley"],
  ])("refuse %s, with file and line", (_, change, says, at) => {
    const flow = cartFlow();
    change(flow);
    const { flows, refused } = loadCart(change);
    expect(flows).toEqual([]);
    const told = refused.find(({ what }) => what.includes(says));
    expect(told).toMatchObject({ file: expect.stringMatching(/cart\.yml$/) });
    if (at === "") expect(told?.line).toBeGreaterThan(1);
    else expect(told?.line).toBe(lineOf(flow, at.trim()));
  });

  it.each<[string, unknown, string]>([
    ["no table of cases", null, "missing"],
    ["an outcome that no case comes to", cartCases().slice(0, 1), "the outcome lent has no case"],
    ["a case of an unknown node", [...cartCases(), { why: "…", asOf: "2026-11-23", answers: { moon: 1 }, outcome: "lent" }], "moon"],
    ["a case without a day", [{ why: "…", answers: {}, outcome: "lent" }], "asOf"],
  ])("refuse %s", (_, cases, says) => {
    const { flows, refused } = loadCart(() => {}, cases);
    expect(flows).toEqual([]);
    expect(refused[0]).toMatchObject({ file: expect.stringMatching(/cart\.cases\.yml$/), what: expect.stringContaining(says) });
  });
});
