import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RequestType } from "../../../src/domain/request.js";
import { loadLifecycles } from "../../../src/knowledge/lifecycles.js";
import { knowledgeFolder } from "../../../src/paths.js";
import { allowedEvents, type Happened, type Standing, step, walk } from "../../../src/requests/lifecycle/walk.js";

const lifecycles = loadLifecycles(knowledgeFolder);

/** A transition as the law or the office's rule has it: the article, the event, the phases that it leaves, and where it leads. */
type Expected = readonly [article: string, event: string, from: readonly string[], to: string];
type Machine = { readonly phases: readonly string[]; readonly ended: readonly string[]; readonly transitions: readonly Expected[] };

/** What may be noted of a request at any time, and what only while it is open; nothing moves by it. */
const asides = (phases: readonly string[], ended: readonly string[], anyTime: readonly string[], whileOpen: readonly string[]) => {
  const open = phases.filter((phase) => !ended.includes(phase));
  const staying = (events: readonly string[], from: readonly string[], rule: string) =>
    events.flatMap((event) => from.map((phase): Expected => [rule, event, [phase], phase]));
  return [...staying(anyTime, phases, "office rule, at any time"), ...staying(whileOpen, open, "office rule, while it is open")];
};

function disclosure(): Machine {
  const working = ["running", "corrected", "extended", "reopened"];
  const inTime = ["running", "corrected", "extended"];
  const ended = ["decided", "closed", "abandoned", "withdrawn"];
  const phases = ["unconfirmed", "in_correction", "asking", "awaiting_fee", ...working, ...ended];
  const staying = (article: string, event: string, from: readonly string[]) =>
    from.map((phase): Expected => [article, event, [phase], phase]);
  return {
    phases,
    ended,
    transitions: [
      ["政府信息公开条例 Art. 31(3)", "confirmed", ["unconfirmed"], "running"],
      ["政府信息公开条例 Art. 30", "correction_asked", ["running"], "in_correction"],
      ["政府信息公开条例 Art. 30", "corrected", ["in_correction"], "corrected"],
      ["政府信息公开条例 Art. 30", "deemed_abandoned", ["in_correction"], "abandoned"],
      ["政府信息公开条例 Art. 33", "extended", ["running", "corrected"], "extended"],
      ["政府信息公开条例 Arts. 32, 34", "other_asked", working, "asking"],
      ...staying("政府信息公开条例 Arts. 32, 34", "other_received", ["asking"]),
      ...staying("政府信息公开条例 Art. 32", "third_party_overruled", working),
      ...staying("政府信息公开条例 Art. 35", "reasons_asked", inTime),
      ...staying("政府信息公开条例 Art. 35", "reasons_given", inTime),
      ...staying("政府信息公开条例 Art. 35", "later_day_told", inTime),
      ["政府信息公开条例 Arts. 36–39", "decided", working, "decided"],
      ["政府信息公开条例 Art. 40", "delivered", ["decided"], "closed"],
      ["政府信息公开条例 Art. 42", "fee_told", working, "awaiting_fee"],
      ["政府信息公开条例 Art. 42", "deemed_abandoned", ["awaiting_fee"], "abandoned"],
      ["行政复议法, 行政诉讼法", "annulled", ["decided", "closed"], "reopened"],
      ["office rule", "withdrawn", ["unconfirmed", "in_correction", "asking", "awaiting_fee", ...working], "withdrawn"],
      ...asides(
        phases,
        ended,
        ["note", "archived", "letter_issued", "personal_data_erased"],
        [
          ...["doubt_raised", "doubt_settled", "due_set", "due_soon", "overdue", "proposed", "proposal_refused"],
          ...["added", "contact_corrected", "urged", "assigned"],
        ],
      ),
    ],
  };
}

function petition(): Machine {
  const ended = ["ended", "withdrawn"];
  const phases = [...["acceptance", "running", "extended", "answered", "review", "reviewed", "second_review", "hearing"], ...ended];
  const beforeTheOffice = ["acceptance", "running", "extended", "review", "second_review", "hearing"];
  return {
    phases,
    ended,
    transitions: [
      ["信访工作条例 Art. 23", "objected", ["acceptance"], "ended"],
      ["信访工作条例 Arts. 22, 23", "accepted", ["acceptance"], "running"],
      ["信访工作条例 Art. 23", "not_accepted", ["acceptance"], "ended"],
      ["信访工作条例 Art. 31(1)–(5)", "own_procedure", ["acceptance"], "ended"],
      ["信访工作条例 Art. 34", "extended", ["running"], "extended"],
      ["信访工作条例 Arts. 31(6), 34", "answered", ["running", "extended"], "answered"],
      ["信访工作条例 Art. 35", "review_asked", ["answered"], "review"],
      ["信访工作条例 Art. 35", "review_decided", ["review"], "reviewed"],
      ["信访工作条例 Art. 36", "second_review_asked", ["reviewed"], "second_review"],
      ["信访工作条例 Art. 36", "hearing_began", ["second_review"], "hearing"],
      ["信访工作条例 Art. 36", "hearing_ended", ["hearing"], "second_review"],
      ["信访工作条例 Art. 36", "second_review_decided", ["second_review"], "ended"],
      ["信访工作条例 Arts. 35, 36", "terms_over", ["answered", "reviewed"], "ended"],
      ["office rule", "withdrawn", beforeTheOffice, "withdrawn"],
      ...asides(
        phases,
        ended,
        ["note", "archived", "personal_data_erased"],
        ["added", "urged", "assigned", "proposed", "proposal_refused", "due_set", "due_soon", "overdue"],
      ),
    ],
  };
}

function service(): Machine {
  const ended = ["closed", "withdrawn"];
  const phases = ["submitted", "assigned", "working", "reopened", ...ended];
  return {
    phases,
    ended,
    transitions: [
      ["office rule", "assigned", ["submitted", "assigned", "working", "reopened"], "assigned"],
      ["office rule (退回重派)", "misrouted", ["assigned", "working"], "submitted"],
      ["office rule", "started", ["submitted", "assigned", "reopened"], "working"],
      ["office rule", "replied", ["submitted", "assigned", "working", "reopened"], "closed"],
      ["office rule", "solved", ["closed"], "closed"],
      ["office rule", "reopened", ["closed"], "reopened"],
      ["office rule", "withdrawn", ["submitted", "assigned", "working", "reopened"], "withdrawn"],
      ...asides(
        phases,
        ended,
        ["added", "note", "archived", "personal_data_erased"],
        ["place_corrected", "category_corrected", "urged", "followed", "due_set", "due_soon", "overdue"],
      ),
    ],
  };
}

const machines: ReadonlyMap<RequestType, Machine> = new Map([
  ["disclosure", disclosure()],
  ["petition", petition()],
  ["complaint", service()],
]);
const happened = (event: string, detail: Happened["detail"] = {}): Happened => ({ event, detail });
const refused = (says: RegExp) => expect.objectContaining({ code: "event_not_allowed", message: expect.stringMatching(says) });

describe.each([...machines])("%s", (type, { phases, ended, transitions }) => {
  const lifecycle = lifecycles.of(type);
  const cases = transitions.flatMap(([article, event, from, to]) => from.map((phase) => ({ article, event, phase, to })));

  it.each(cases)("$article: $event leads from $phase to $to", ({ event, phase, to }) => {
    expect(step(lifecycle, { phase, before: null }, happened(event)).phase).toBe(to);
  });

  it("has the phases of the table, ended where nothing is due any more", () => {
    expect(Object.keys(lifecycle.phases).sort()).toEqual([...phases].sort());
    expect(Object.keys(lifecycle.phases).filter((phase) => lifecycle.phases[phase]?.ended)).toEqual(ended);
  });

  it("refuses every other event in every phase, naming what is allowed there", () => {
    // from here the way goes back to where it came from: tried apart
    const back = ["other_answered", "other_silent", "fee_paid"];
    const listed = new Set(cases.map(({ event, phase }) => `${phase} ${event}`));
    for (const phase of phases)
      for (const event of Object.keys(lifecycle.events)) {
        if (listed.has(`${phase} ${event}`) || back.includes(event)) continue;
        expect(() => step(lifecycle, { phase, before: null }, happened(event)), `${phase} ${event}`).toThrow(
          refused(new RegExp(`^现在是“${lifecycle.phases[phase]?.label}”，不能.+；可以：.*note（备注）`)),
        );
      }
  });

  it("offers nobody what it would refuse, nor what only another act writes", () => {
    for (const phase of phases)
      for (const actor of ["resident", "staff", "system"] as const)
        for (const event of allowedEvents(lifecycle, phase, actor)) {
          expect(() => step(lifecycle, { phase, before: null }, happened(event))).not.toThrow();
          expect(lifecycle.events[event]).not.toHaveProperty("internal");
          expect(lifecycle.events[event]?.by).toContain(actor);
        }
  });
});

describe("the beginning", () => {
  it.each([
    ["Art. 31(1)", "counter", "running"],
    ["Art. 31(2), registered", "registered_post", "running"],
    ["Art. 31(2), ordinary", "ordinary_post", "unconfirmed"],
    ["Art. 31(3)", "internet", "unconfirmed"],
    ["Art. 31(3)", "fax", "unconfirmed"],
    ["office rule", "telephone", "unconfirmed"],
  ])("of a disclosure request (政府信息公开条例 %s) by %s is %s", (_, channel, phase) => {
    expect(walk(lifecycles.of("disclosure"), [happened("submitted", { channel })])).toEqual({ phase, before: null });
  });

  it.each([
    ["信访工作条例 Art. 22", "petition", "received", "acceptance"],
    ["office rule", "complaint", "filed", "submitted"],
    ["office rule", "help", "filed", "submitted"],
    ["office rule", "suggestion", "filed", "submitted"],
    ["office rule", "report", "filed", "submitted"],
    ["office rule", "consultation", "filed", "submitted"],
  ] as const)("(%s) of a %s is %s, in the phase %s", (_, type, event, phase) => {
    expect(walk(lifecycles.of(type), [happened(event)]).phase).toBe(phase);
  });

  it.each([
    ["disclosure", [], "提交申请"],
    ["disclosure", [happened("decided")], "提交申请"],
    ["petition", [happened("filed")], "收到信访事项"],
    ["complaint", [happened("assigned")], "登记"],
  ] as const)("of a %s is nothing else (%#), and the refusal names it", (type, events, label) => {
    expect(() => walk(lifecycles.of(type), events)).toThrow(refused(new RegExp(`^开头应当是：${label}$`)));
  });

  it("does not come twice", () => {
    for (const { all, first } of [...machines.keys()].map((type) => ({ all: lifecycles.of(type), first: firstOf(type) })))
      expect(() => walk(all, [first, first])).toThrow(refused(/^现在是/));
  });
});

describe("back to where it was", () => {
  const lifecycle = lifecycles.of("disclosure");
  const at = (phase: string): Standing => ({ phase, before: null });
  const through = (from: string, ...events: readonly string[]) =>
    events.reduce((standing, event) => step(lifecycle, standing, happened(event)), at(from)).phase;

  it.each(
    ["running", "corrected", "extended", "reopened"].flatMap((phase) => [
      ["政府信息公开条例 Arts. 32, 34", "other_asked", "other_answered", phase] as const,
      ["政府信息公开条例 Arts. 32, 34", "other_asked", "other_silent", phase] as const,
      ["政府信息公开条例 Art. 42", "fee_told", "fee_paid", phase] as const,
    ]),
  )("(%s) leads %s and %s from %s", (_, away, back, phase) => {
    expect(through(phase, away, back)).toBe(phase);
  });

  it("leads across what does not move it", () => {
    expect(through("extended", "other_asked", "other_received", "urged", "note", "other_answered")).toBe("extended");
  });

  it("leads to the last place from which it was left, each time", () => {
    expect(through("running", "other_asked", "other_answered", "extended", "fee_told", "fee_paid", "other_asked", "other_silent")).toBe(
      "extended",
    );
  });

  it("does not lead out of where nothing was asked", () => {
    for (const event of ["other_answered", "other_silent", "fee_paid"])
      for (const phase of ["running", "extended", "in_correction", "decided"])
        expect(() => step(lifecycle, at(phase), happened(event))).toThrow(refused(/可以：/));
  });
});

describe("random walks", () => {
  const walks = fc.tuple(fc.constantFrom(...machines.keys()), fc.array(fc.nat(), { maxLength: 40 }));

  it("along what is allowed never throw, and end where walking step by step ends", () => {
    fc.assert(
      fc.property(walks, ([type, choices]) => {
        const lifecycle = lifecycles.of(type);
        const events: Happened[] = [firstOf(type)];
        let standing = walk(lifecycle, events);
        for (const choice of choices) {
          const allowed = namesOf(type).filter((event) => isAllowed(type, standing, event));
          const event = happened(allowed[choice % allowed.length] as string);
          events.push(event);
          standing = step(lifecycle, standing, event);
          expect(Object.keys(lifecycle.phases)).toContain(standing.phase);
        }
        expect(walk(lifecycle, events)).toEqual(standing);
      }),
    );
  });

  it("refuse each event that is not, wherever they are", () => {
    fc.assert(
      fc.property(walks, ([type, choices]) => {
        const lifecycle = lifecycles.of(type);
        let standing = walk(lifecycle, [firstOf(type)]);
        for (const choice of choices) {
          const event = namesOf(type)[choice % namesOf(type).length] as string;
          if (isAllowed(type, standing, event)) standing = step(lifecycle, standing, happened(event));
          else expect(() => step(lifecycle, standing, happened(event))).toThrow(refused(/可以：/));
        }
      }),
    );
  });
});

function firstOf(type: RequestType): Happened {
  if (type === "disclosure") return happened("submitted", { channel: "counter" });
  return happened(type === "petition" ? "received" : "filed");
}

function namesOf(type: RequestType): readonly string[] {
  return Object.keys(lifecycles.of(type).events);
}

/** By the table of this file, not by the data. */
function isAllowed(type: RequestType, { phase }: Standing, event: string): boolean {
  if (event === "other_answered" || event === "other_silent") return phase === "asking";
  if (event === "fee_paid") return phase === "awaiting_fee";
  return machines.get(type)?.transitions.some(([, name, from]) => name === event && from.includes(phase)) ?? false;
}
