import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ZhengwenError } from "../../../src/domain/errors.js";
import { addDays, type PlainDate, plainDate } from "../../../src/domain/plain-date.js";
import { loadCalendars } from "../../../src/knowledge/calendars.js";
import { type Lifecycle, loadLifecycles } from "../../../src/knowledge/lifecycles.js";
import { knowledgeFolder } from "../../../src/paths.js";
import { disclosureClock } from "../../../src/requests/clock/disclosure.js";
import { type DisclosureEvent, disclosureEventSchema } from "../../../src/requests/clock/disclosure-event.js";
import { petitionClock } from "../../../src/requests/clock/petition.js";
import { type PetitionEvent, petitionEventSchema } from "../../../src/requests/clock/petition-event.js";
import { step, walk } from "../../../src/requests/lifecycle/walk.js";

const calendars = loadCalendars(knowledgeFolder);
const lifecycles = loadLifecycles(knowledgeFolder);

/** One move along a lifecycle: which of what is allowed, and how many days later. */
const moves = fc.array(fc.record({ choice: fc.nat(), days: fc.nat({ max: 45 }) }), { minLength: 1, maxLength: 20 });
const beginnings = fc.record({ from: fc.nat({ max: 2500 }), variant: fc.nat(), moves });

/** What no clock looks at and moves nothing: left out, so that the walks get somewhere. */
const asides = new Set([
  ...["urged", "added", "assigned", "proposed", "proposal_refused", "contact_corrected"],
  ...["doubt_raised", "doubt_settled", "due_set", "due_soon", "overdue"],
]);

/** What an event says beside its name and its day, plausible for it. */
function detailOf(event: string, on: PlainDate, days: number): Record<string, unknown> {
  const soon = addDays(on, 1 + days);
  const known: Record<string, Record<string, unknown>> = {
    correction_asked: { until: soon },
    later_day_told: { until: soon },
    extended: { workingDays: 1 + (days % 20), days: 1 + (days % 30), agreedBy: "负责人", approvedBy: "负责人" },
    other_asked: { other: days % 2 === 0 ? "third_party" : "organ" },
    annulled: { workingDays: 1 + days },
  };
  return known[event] ?? {};
}

/**
 * Walks a lifecycle at random and lets the clock look at each step; a step that the clock refuses is not taken. Gives what the clock said of those.
 */
function refusals(
  lifecycle: Lifecycle,
  first: { event: string; on: PlainDate } & Record<string, unknown>,
  moving: readonly { choice: number; days: number }[],
  look: (events: readonly unknown[]) => unknown,
): readonly string[] {
  const events: unknown[] = [first];
  const said: string[] = [];
  let standing = walk(lifecycle, [{ event: first.event, detail: first }]);
  let on = first.on;
  for (const { choice, days } of moving) {
    on = addDays(on, days);
    const names = lifecycle.transitions.filter(({ from }) => from !== "any").map(({ event }) => event);
    const allowed = names.filter((event) => !asides.has(event) && isAllowed(lifecycle, standing, event));
    if (allowed.length === 0) break;
    const event = allowed[choice % allowed.length] as string;
    const detail = { event, on, ...detailOf(event, on, days) };
    try {
      look([...events, detail]);
    } catch (cause) {
      if (!(cause instanceof ZhengwenError) || cause.code !== "event_not_allowed") throw cause;
      said.push(cause.message);
      continue;
    }
    events.push(detail);
    standing = step(lifecycle, standing, { event, detail });
  }
  return said;
}

function isAllowed(lifecycle: Lifecycle, standing: ReturnType<typeof walk>, event: string): boolean {
  try {
    step(lifecycle, standing, { event, detail: {} });
    return true;
  } catch {
    return false;
  }
}

/** Only what the clock knows; the lifecycle has more. */
function known<Event>(schema: typeof disclosureEventSchema | typeof petitionEventSchema, events: readonly unknown[]): readonly Event[] {
  return events.flatMap((event) => {
    const parsed = schema.safeParse(event);
    return parsed.success ? [parsed.data as Event] : [];
  });
}

describe("what the lifecycle allows, the clock refuses for its day alone", () => {
  it("of disclosure requests (政府信息公开条例 Arts. 30–35, 42)", () => {
    const channels = ["counter", "registered_post", "ordinary_post", "internet", "fax", "telephone"];
    const ofDays = [/补正要在收到申请之日起7个工作日内通知/, /期限.+已经过了/, /期限到.+才满/, /日子还没有登记/];
    fc.assert(
      fc.property(beginnings, ({ from, variant, moves: moving }) => {
        const on = addDays(plainDate("2019-01-02"), from);
        const first = { event: "submitted", on, channel: channels[variant % channels.length] };
        const look = (events: readonly unknown[]) =>
          disclosureClock(known<DisclosureEvent>(disclosureEventSchema, events), calendars, plainDate("2026-12-31"));
        for (const said of refusals(lifecycles.of("disclosure"), first, moving, look))
          expect(
            ofDays.filter((reason) => reason.test(said)),
            said,
          ).not.toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it("of petitions (信访工作条例 Arts. 22–23, 31, 34–36), or because only what was transferred here is sent back", () => {
    const ofDays = [/期限已经过了/, /期限到.+已经满了/, /期限到.+才满/, /异议要在5个工作日内提出/, /只有转送来的事项/];
    fc.assert(
      fc.property(beginnings, ({ from, variant, moves: moving }) => {
        const first = { event: "received", on: addDays(plainDate("2019-01-02"), from), transferred: variant % 2 === 0 };
        const look = (events: readonly unknown[]) => petitionClock(known<PetitionEvent>(petitionEventSchema, events), calendars);
        for (const said of refusals(lifecycles.of("petition"), first, moving, look))
          expect(
            ofDays.filter((reason) => reason.test(said)),
            said,
          ).not.toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});
