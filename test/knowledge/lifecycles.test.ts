import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { requestTypes } from "../../src/domain/request.js";
import { loadLifecycles, phasesFrom } from "../../src/knowledge/lifecycles.js";
import { knowledgeFolder } from "../../src/paths.js";
import { temporaryFolder } from "../fixtures/home.js";

type Machine = {
  types: string[];
  phases: Record<string, object>;
  events: Record<string, object>;
  transitions: Record<string, unknown>[];
};

/** A lifecycle that is as small as one can be. */
function smallest(): Machine {
  return {
    types: [...requestTypes],
    phases: { open: { state: "submitted", label: "办理中" }, over: { state: "closed", label: "办结", ended: true } },
    events: { filed: { label: "登记", by: ["resident"] }, closed: { label: "办结", by: ["staff"] } },
    transitions: [
      { event: "filed", from: "start", to: "open" },
      { event: "closed", from: ["open"], to: "over" },
    ],
  };
}

function load(...machines: readonly Machine[]) {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "lifecycles"));
  for (const [index, machine] of machines.entries()) writeFileSync(join(folder, "lifecycles", `${index}.yml`), stringify(machine));
  return loadLifecycles(folder);
}

function changed(change: (machine: Machine) => void): Machine {
  const machine = smallest();
  change(machine);
  return machine;
}

const invalid = (says: string) => expect.objectContaining({ code: "knowledge_invalid", message: expect.stringContaining(says) });

describe("lifecycles", () => {
  it("are read from their files, one for each type", () => {
    const { all, of } = load(smallest());
    expect(all).toMatchObject([{ name: "0" }]);
    for (const type of requestTypes) expect(of(type)).toBe(all[0]);
  });

  it("of the sample street are three", () => {
    expect(loadLifecycles(knowledgeFolder).all.map(({ name }) => name)).toEqual(["disclosure", "petition", "service"]);
  });

  it.each<[string, (machine: Machine) => void, string]>([
    ["a transition of an unknown event", ({ transitions }) => transitions.push({ event: "lost", from: "any", to: "same" }), "lost"],
    ["a transition to an unknown phase", ({ transitions }) => transitions.push({ event: "closed", from: "any", to: "limbo" }), "limbo"],
    [
      "a transition from an unknown phase",
      ({ transitions }) => transitions.push({ event: "closed", from: ["limbo"], to: "over" }),
      "limbo",
    ],
    ["a start that stays nowhere", ({ transitions }) => transitions.push({ event: "filed", from: "start", to: "same" }), "starts nowhere"],
    ["a start that leads back", ({ transitions }) => transitions.push({ event: "filed", from: "start", to: "back" }), "starts nowhere"],
    ["an event without a transition", ({ events }) => Object.assign(events, { idle: { label: "闲", by: ["staff"] } }), "idle"],
    ["nothing that starts it", ({ transitions }) => Object.assign(transitions[0] ?? {}, { from: ["open"] }), "nothing starts it"],
    [
      "a phase from which no way ends",
      ({ phases, transitions }) => {
        Object.assign(phases, { trap: { state: "submitted", label: "没有出口" } });
        transitions.push({ event: "closed", from: ["trap"], to: "same" });
      },
      "no way ends from the phase trap",
    ],
    ["a word that it does not know", (machine) => Object.assign(machine, { notes: [] }), "notes"],
    ["an actor that there is not", ({ events }) => Object.assign(events["closed"] ?? {}, { by: ["robot"] }), "by"],
    ["an event that nobody may do", ({ events }) => Object.assign(events["closed"] ?? {}, { by: [] }), "by"],
    ["a state that residents are never told", ({ phases }) => Object.assign(phases["open"] ?? {}, { state: "limbo" }), "state"],
    ["a type that there is not", ({ types }) => types.push("wish"), "types"],
    ["a type without a lifecycle", ({ types }) => types.splice(types.indexOf("help"), 1), "help has no lifecycle"],
    ["a type in it twice", ({ types }) => types.push("help"), "help has two lifecycles"],
  ])("refuse %s", (_, change, says) => {
    expect(() => load(changed(change))).toThrow(invalid(says));
  });

  it("refuse a type with two lifecycles in two files, and no file at all", () => {
    expect(() => load(smallest(), smallest())).toThrow(invalid("has two lifecycles"));
    expect(() => load()).toThrow(invalid("has no lifecycle"));
  });

  it("let a way back out of a phase count where something leads into it", () => {
    const machine = changed(({ phases, events, transitions }) => {
      Object.assign(phases, { asking: { state: "suspended", label: "在问" } });
      Object.assign(events, { asked: { label: "问", by: ["staff"] }, answered: { label: "答", by: ["staff"] } });
      transitions.push({ event: "asked", from: ["open"], to: "asking" }, { event: "answered", from: ["asking"], to: "back" });
    });
    expect(() => load(machine)).not.toThrow();
  });
});

describe("the phases that a transition leaves", () => {
  it.each([
    ["start", []],
    ["open", ["open"]],
    ["any", ["open", "over"]],
  ] as const)("with %s are %j", (from, phases) => {
    expect(phasesFrom(load(smallest()).of("help"), { event: "closed", from, to: "same" })).toEqual(phases);
  });
});
