import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { emptyDialog } from "../../src/answer/dialog.js";
import { tellResult } from "../../src/answer/flow/tell-result.js";
import { plainDate } from "../../src/domain/plain-date.js";
import { flowsByCue } from "../../src/eligibility/fit.js";
import { type Eligibility, openEligibility, runCase } from "../../src/eligibility/index.js";
import { loadKnowledge } from "../../src/knowledge/index.js";
import { knowledgeFolder } from "../../src/paths.js";
import type { Services } from "../../src/services.js";
import { openSampleStreet } from "../fixtures/sample-street.js";

const knowledge = loadKnowledge(knowledgeFolder);
const { flows } = knowledge.flows;
const today = { place: knowledge.office.place, asOf: plainDate("2026-11-23") };
const cases = flows.flatMap((flow) => flow.cases.map((each) => [flow.id, each.why, flow, each] as const));
const examples = flows.flatMap((flow) => flow.offer.examples.map((example) => [example, flow] as const));

const home = mkdtempSync(join(tmpdir(), "zhengwen-flows-"));
let street: Services;
let eligibility: Eligibility;
beforeAll(async () => {
  street = await openSampleStreet(home);
  eligibility = openEligibility(flows, street.retrieval);
});
afterAll(() => {
  street.close();
  rmSync(home, { recursive: true, force: true });
});

describe("the sample street's flows", () => {
  it("are all proved", () => {
    expect(knowledge.flows.refused).toEqual([]);
  });

  it("all rest on what is published", () => {
    expect(eligibility.refused(today)).toEqual([]);
  });

  it.each(cases)("%s, as its table says: %s", (_, __, flow, each) => {
    expect(runCase(flow, each, knowledge.places).wrong).toBeNull();
  });

  it.each(cases)("%s, told so that the guard lets it pass: %s", (_, __, flow, each) => {
    const { situation, standing } = runCase(flow, each, knowledge.places);
    const open = { id: flow.id, run: "1", answers: situation.answers, tries: 0, paused: false };
    const told = tellResult(
      { flow, open, situation, standing },
      { ...today, dialog: emptyDialog },
      { knowledge, retrieval: street.retrieval },
    );
    expect(told.status).toBe(`outcome: ${each.outcome}`);
  });

  it.each(examples)("are offered for %s: the right one", async (example, flow) => {
    expect((await eligibility.fitting(example, today))?.id).toBe(flow.id);
    expect(flowsByCue(example, flows).filter((other) => other !== flow)).toEqual([]);
  });

  it.each(["垃圾什么时候收", "我要投诉楼上装修", "身份证丢了怎么办", "今天天气怎么样", "年假没休完能换钱吗", "居住证怎么办"])(
    "are not offered for %s",
    async (question) => {
      expect(await eligibility.fitting(question, today)).toBeNull();
    },
  );
});
