import { expect, it } from "vitest";
import { readRequestTimes } from "../../src/store/request-times.js";
import { requests } from "../../src/store/schema/index.js";
import { day, storeRequest } from "../fixtures/disclosure-register.js";
import { temporaryStore } from "../fixtures/home.js";

it("reads what was received between two days, both with, by day of receipt or else of filing", () => {
  const store = temporaryStore();
  storeRequest(store, { number: "YSQ-2025-000001", received: "2025-01-01" });
  storeRequest(store, { number: "YSQ-2025-000002", received: "2024-12-31" });
  storeRequest(store, { number: "TS-2025-000001", type: "complaint", received: null, filed: "2025-06-30T23:30:00+08:00" });
  storeRequest(store, { number: "TS-2025-000002", type: "complaint", received: null, filed: "2025-07-01T00:00:00+08:00" });
  const read = readRequestTimes(store, day("2025-01-01"), day("2025-06-30"));
  expect(read.map(({ type, receivedOn }) => [type, receivedOn])).toEqual([
    ["disclosure", "2025-01-01"],
    ["complaint", "2025-06-30"],
  ]);
});

it("knows an extension by its event, a limit in hours by its day, a stopped term and a request opened again", () => {
  const store = temporaryStore();
  storeRequest(store, { number: "YSQ-2025-000001", events: ["extended", "decided"] });
  storeRequest(store, { number: "YSQ-2025-000002", state: "suspended", ended: null });
  storeRequest(store, { number: "YSQ-2025-000003", state: "reopened" });
  storeRequest(store, { number: "QZ-2025-000001", type: "help", due: null });
  store.rows.update(requests).set({ dueAt: "2025-03-07T00:30:00+08:00" }).run();
  const read = readRequestTimes(store, day("2025-01-01"), day("2025-12-31"));
  expect(read.map(({ extended, running, endedOn, dueOn }) => [extended, running, endedOn, dueOn])).toEqual([
    [true, true, "2025-03-20", "2025-03-07"],
    [false, false, null, "2025-03-07"],
    [false, true, null, "2025-03-07"],
    [false, true, "2025-03-20", "2025-03-07"],
  ]);
});
