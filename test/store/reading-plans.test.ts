import { expect, it } from "vitest";
import { latestTurns, listConsultations, readConsultation, turnsAround, unansweredOutcomes } from "../../src/store/consultation-reading.js";
import { readOverview } from "../../src/store/overview-reading.js";
import { listRequests, openStates, readRequest } from "../../src/store/request-reading.js";
import { requestsOfConversation } from "../../src/store/requests.js";
import { findSession } from "../../src/store/staff.js";
import { fillDesk, now } from "../fixtures/desk.js";
import { temporaryStore } from "../fixtures/home.js";

it("reads no table of the console from end to end, and asks a fixed number of questions a page", () => {
  const store = temporaryStore();
  const { answered, requests } = fillDesk(store);
  const asked: string[] = [];
  const prepare = store.sqlite.prepare.bind(store.sqlite);
  store.sqlite.prepare = ((sql: string) => {
    asked.push(sql);
    return prepare(sql);
  }) as typeof store.sqlite.prepare;

  readOverview(store, now);
  listConsultations(store, { outcomes: null, before: 4, limit: 30 });
  listConsultations(store, { outcomes: unansweredOutcomes, before: null, limit: 30 });
  readConsultation(store, answered.id);
  turnsAround(store, answered.conversationId, answered.id);
  latestTurns(store, answered.conversationId);
  listRequests(store, { types: null, states: openStates, order: "due", after: "3~2026-11-20T23:59:59+08:00", limit: 30 });
  readRequest(store, requests.later);
  requestsOfConversation(store, answered.conversationId);
  findSession(store, "x", "2026-11-23T10:00:00+08:00");

  expect(asked.length).toBeLessThanOrEqual(18);
  for (const sql of asked) {
    const values = Array.from({ length: sql.split("?").length - 1 }, () => 0);
    const steps = prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as { detail: string }[];
    // a compound's own rows are at most one page of each part
    const scanned = steps.map((step) => step.detail).filter((detail) => /^SCAN (?!\(subquery|t$|CONSTANT)/.test(detail));
    expect(scanned, sql).toEqual([]);
  }
});
