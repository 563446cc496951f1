import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { conditionText, expressionText } from "../../scripts/draw-flows/condition-text.js";
import { flowsPage } from "../../scripts/draw-flows/flows-page.js";
import type { Flow } from "../../src/knowledge/flows/index.js";
import { loadKnowledge } from "../../src/knowledge/index.js";
import { knowledgeFolder } from "../../src/paths.js";
import { loadCart } from "../fixtures/flows.js";

const { flows } = loadKnowledge(knowledgeFolder).flows;

describe("docs/flows.md", () => {
  it("is what npm run draw-flows writes from knowledge/flows", () => {
    expect(readFileSync(new URL("../../docs/flows.md", import.meta.url), "utf8")).toBe(flowsPage(flows));
  });

  it("draws each question, each outcome and each branch", () => {
    const [cart] = loadCart().flows as readonly [Flow];
    const page = flowsPage([cart]);
    expect(page).toContain('  bags["有几袋东西？"]');
    expect(page).toContain('  lent(["可以：可以借 {days} 天。"])');
    expect(page).toContain('  purpose -->|"purpose 是 玩"| refused');
    expect(page).toContain("  purpose --> bags");
    expect(page).toContain("| `days` | 天 | base + (extra@from_day × bags) |");
  });
});

describe("a condition in words", () => {
  const [cart] = loadCart().flows as readonly [Flow];
  it("reads as it is meant", () => {
    expect(
      conditionText(
        {
          all: [
            { answer: "bags", atLeast: 2 },
            { any: [{ answer: "purpose", in: ["play", "moving"] }, { not: { answer: "lives_in", within: "木棉街道" } }] },
          ],
        },
        cart,
      ),
    ).toBe("bags ≥ 2 且 （purpose 是 玩、搬家 之一 或 不是（lives_in 在 木棉街道））");
    expect(
      expressionText({
        steps: { by: { answer: "bags" }, rows: [{ below: 2, is: 1 }, { is: { rounded: { quotient: [7, 2] }, to: "up" } }] },
      }),
    ).toBe("bags → < 2: 1; 其余: up(7 ÷ 2)");
  });
});
