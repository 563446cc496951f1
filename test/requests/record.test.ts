import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ZhengwenError } from "../../src/domain/errors.js";
import { addDays, type PlainDate, plainDate } from "../../src/domain/plain-date.js";
import type { RequestNumber, RequestType } from "../../src/domain/request.js";
import type { RequestOrder } from "../../src/domain/request-desk.js";
import { actOn } from "../../src/requests/casework/act.js";
import { allowedEvents } from "../../src/requests/lifecycle/walk.js";
import { projectionOf, record } from "../../src/requests/record.js";
import { standingOf } from "../../src/requests/standing.js";
import { sweep } from "../../src/requests/sweep.js";
import { eventsOf, requestsByNumber, storedRequest } from "../../src/store/requests.js";
import { sampleDesk } from "../fixtures/request-dialog.js";

const day = plainDate;

describe("the row of a request", () => {
  const moves = fc.array(fc.record({ choice: fc.nat(), days: fc.nat({ max: 30 }), number: fc.nat() }), { minLength: 1, maxLength: 15 });
  const lives = fc.record({ type: fc.constantFrom<RequestType>("disclosure", "petition", "complaint"), byPost: fc.boolean(), moves });

  it("is always where its events lead, in random lives", () => {
    let now = new Date("2026-01-05T02:00:00Z");
    const { store, parts, desk } = sampleDesk(() => now);
    const { lifecycles } = parts.knowledge;
    fc.assert(
      fc.property(lives, ({ type, byPost, moves: moving }) => {
        now = new Date("2026-01-05T02:00:00Z");
        const receivedOn = day("2026-01-05");
        const filing = { conversationId: 1, by: "李经办", channel: byPost ? "registered_post" : "internet", receivedOn } as const;
        const order = { type, description: "木棉街道2025年绿化养护合同", location: null, category: null, urgent: false };
        const filed = desk.file(order, filing);
        const id = store.sqlite.prepare("SELECT id FROM requests WHERE number = ?").pluck().get(filed.summary.number) as number;
        for (const { choice, days, number } of moving) {
          now = new Date(now.getTime() + days * 86_400_000);
          const request = storedRequest(store, id);
          if (!request) throw new Error("the request is gone");
          const allowed = (["staff", "system", "resident"] as const).flatMap((actor) =>
            allowedEvents(lifecycles.of(type), request.phase, actor),
          );
          const name = allowed[choice % allowed.length] as string;
          const today = day(now.toISOString().slice(0, 10));
          try {
            store.transaction(() => record(parts, request, [{ event: name, actor: "李经办", detail: detailOf(today, number) }]));
          } catch (cause) {
            expect(cause).toBeInstanceOf(ZhengwenError);
          }
          const row = storedRequest(store, id);
          const events = eventsOf(store, id);
          expect(row?.version).toBe(events.length);
          expect(row).toMatchObject(projectionOf(standingOf(type, events, today, parts.knowledge)));
          expect(row).toMatchObject(projectionOf(standingOf(type, events, day("2026-01-05"), parts.knowledge)));
        }
      }),
      { numRuns: 60 },
    );
  });

  /** Enough for every event; each takes what it needs. */
  function detailOf(on: PlainDate, number: number): Record<string, unknown> {
    const until = addDays(on, 1 + (number % 40));
    const agreed = { agreedBy: "王主任", approvedBy: "王主任" };
    return { until, workingDays: 1 + (number % 20), days: 1 + (number % 30), other: "third_party", ...agreed };
  }
});

describe("a machine whose clock is put back by a day", () => {
  const tomorrow = new Date("2026-11-24T02:00:00Z");
  const today = new Date("2026-11-23T02:00:00Z");
  const order: RequestOrder = {
    type: "disclosure",
    description: "木棉街道2025年绿化养护合同",
    location: null,
    category: null,
    urgent: false,
  };

  function putBack() {
    let now = tomorrow;
    const desk = sampleDesk(() => now);
    const number = desk.desk.file(order, { conversationId: 1 }).summary.number as RequestNumber;
    const request = () => {
      const [found] = requestsByNumber(desk.store, [number]);
      if (!found) throw new Error("the request is gone");
      return found;
    };
    now = today;
    const events = () => eventsOf(desk.store, request().id);
    return { ...desk, number, request, events };
  }

  it("lets a resident withdraw what was filed tomorrow, in the order of the events", () => {
    const { desk, number, request, events } = putBack();
    expect(desk.act(number, { act: "withdraw" })).toMatchObject({ kind: "done" });
    expect(events().at(-1)).toMatchObject({ event: "withdrawn", at: "2026-11-23T10:00:00+08:00", detail: { on: "2026-11-24" } });
    expect(request()).toMatchObject({ phase: "withdrawn", endedOn: "2026-11-24" });
  });

  it("refuses an act of staff dated before the last event, saying which day that has", () => {
    const { parts, request, events } = putBack();
    const before = events();
    const act = { act: "confirmed", by: "李经办", on: null, facts: {}, version: null };
    expect(() => actOn(parts, request(), act)).toThrow(
      expect.objectContaining({ code: "event_not_allowed", message: expect.stringContaining("2026-11-24") }),
    );
    expect(events()).toEqual(before);
  });

  it("gives the next number, not one again", () => {
    const { desk, number } = putBack();
    expect(desk.file(order, { conversationId: 1 }).summary.number).toBe(number.replace("000001", "000002"));
  });

  it("does not urge twice for one day", () => {
    let now = tomorrow;
    const { desk } = sampleDesk(() => now);
    const number = desk.file({ ...order, type: "complaint" }, { conversationId: 1 }).summary.number as RequestNumber;
    expect(desk.act(number, { act: "urge" })).toMatchObject({ kind: "done" });
    now = today;
    expect(desk.act(number, { act: "urge" })).toEqual({ kind: "refused", why: "urged_today" });
  });

  it("writes nothing twice when time is looked at again", () => {
    let now = new Date("2026-11-23T02:00:00Z");
    const { desk, parts, store } = sampleDesk(() => now);
    desk.file({ ...order, type: "complaint" }, { conversationId: 1 });
    const swept = ["2026-11-27", "2026-12-01", "2026-11-30", "2026-12-01"].map((date) => {
      now = new Date(`${date}T02:00:00Z`);
      return sweep(parts).events;
    });
    expect(swept).toEqual([1, 1, 0, 0]);
    expect(eventsOf(store, 1).map(({ event }) => event)).toEqual(["filed", "due_soon", "overdue"]);
  });
});
