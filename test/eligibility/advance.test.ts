import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Place } from "../../src/domain/place.js";
import { addDays, plainDate } from "../../src/domain/plain-date.js";
import { type Answers, advance, type Situation } from "../../src/eligibility/index.js";
import type { Flow } from "../../src/knowledge/flows/index.js";
import { loadKnowledge } from "../../src/knowledge/index.js";
import { knowledgeFolder } from "../../src/paths.js";
import { gazetteer, officePlace } from "../fixtures/corpus.js";
import { loadCart } from "../fixtures/flows.js";

const asOf = plainDate("2026-11-23");
const cart = () => loadCart().flows[0] as Flow;
const situation = (flow: Flow, answers: Answers): Situation => ({ flow, answers, asOf, place: (name) => gazetteer.read(name) });

describe("a flow", () => {
  it("asks one thing after the other, and ends where the answers lead", () => {
    const flow = cart();
    const answers: Record<string, string> = {};
    const given = { purpose: "moving", bags: "3", from_day: "2026-11-24", lives_in: officePlace };
    for (const [node, answer] of Object.entries(given)) {
      expect(advance(situation(flow, answers))).toMatchObject({ kind: "ask", node });
      answers[node] = answer;
    }
    expect(advance(situation(flow, answers))).toMatchObject({ kind: "outcome", outcome: "lent" });
  });

  it("takes another way for another place", () => {
    const answers = { purpose: "moving", bags: "3", from_day: "2026-11-24", lives_in: "广东省/广州市" as Place };
    expect(advance(situation(cart(), answers))).toMatchObject({ kind: "outcome", outcome: "refused" });
  });

  it("depends on what the resident does not know", () => {
    expect(advance(situation(cart(), { purpose: null }))).toMatchObject({ kind: "unsettled", node: "purpose" });
  });

  it("asks again when an option is no longer there", () => {
    expect(advance(situation(cart(), { purpose: "flying" }))).toMatchObject({ kind: "ask", node: "purpose" });
  });

  it("ends within as many steps as it has nodes, whatever is answered", () => {
    const { flows } = loadKnowledge(knowledgeFolder).flows;
    for (const flow of [cart(), ...flows]) {
      const answer = fc.record({ pick: fc.nat(50), number: fc.integer({ min: 0, max: 400 }), day: fc.integer({ min: -30_000, max: 0 }) });
      fc.assert(
        fc.property(fc.array(answer, { minLength: 60, maxLength: 60 }), (picks) => {
          const answers: Record<string, string> = {};
          const most = Object.keys(flow.nodes).length;
          for (let step = 0; ; step++) {
            const standing = advance(situation(flow, answers));
            if (standing.kind !== "ask") return standing.path.length <= most;
            if (step >= most) return false;
            const { pick = 0, number = 0, day = 0 } = picks[step % picks.length] ?? {};
            const node = flow.nodes[standing.node];
            if (node?.kind === "choice") answers[standing.node] = Object.keys(node.options)[pick % Object.keys(node.options).length] ?? "";
            else if (node?.kind === "number") answers[standing.node] = String(node.min + (number % (node.max - node.min + 1)));
            else answers[standing.node] = node?.kind === "date" ? addDays(asOf, day) : pick % 2 === 0 ? officePlace : "广东省/广州市";
          }
        }),
        { numRuns: 50 },
      );
    }
  });
});
