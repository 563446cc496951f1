import { expect, it } from "vitest";
import { addReviewCase, listReviewCases, settleReviewCase } from "../../src/store/review-cases.js";
import { auditLog } from "../../src/store/schema/index.js";
import { day, storeRequest } from "../fixtures/disclosure-register.js";
import { temporaryStore } from "../fixtures/home.js";

const act = { by: "陈主任", at: "2026-05-06T09:00:00+08:00" };
const review = { kind: "review", filedOn: day("2026-05-06"), request: null } as const;

it("keeps cases in the order in which they were filed", () => {
  const store = temporaryStore();
  storeRequest(store, { number: "YSQ-2025-000001" });
  const later = addReviewCase(store, review, act);
  const earlier = addReviewCase(store, { kind: "suit", filedOn: day("2026-05-05"), request: "YSQ-2025-000001" }, act);
  expect(listReviewCases(store)).toEqual([
    { id: earlier, kind: "suit", filedOn: "2026-05-05", request: "YSQ-2025-000001", result: null, endedOn: null },
    { id: later, ...review, result: null, endedOn: null },
  ]);
});

it("takes a result, and another that corrects it, and writes both down", () => {
  const store = temporaryStore();
  const id = addReviewCase(store, review, act);
  settleReviewCase(store, { id, result: "upheld", endedOn: day("2026-06-01") }, act);
  settleReviewCase(store, { id, result: "corrected", endedOn: day("2026-06-02") }, { ...act, by: "李科员" });
  expect(listReviewCases(store)).toMatchObject([{ result: "corrected", endedOn: "2026-06-02" }]);
  expect(
    store.rows
      .select()
      .from(auditLog)
      .all()
      .map(({ actor, action }) => [actor, action]),
  ).toEqual([
    ["陈主任", "review_case_added"],
    ["陈主任", "review_case_settled"],
    ["李科员", "review_case_settled"],
  ]);
  expect(store.rows.select().from(auditLog).all()[2]?.detail).toMatchObject({ before: { result: "upheld", endedOn: "2026-06-01" } });
});

it("refuses a request that is none of ours, or no disclosure request, and writes nothing", () => {
  const store = temporaryStore();
  storeRequest(store, { number: "TS-2025-000001", type: "complaint" });
  for (const request of ["YSQ-2025-000009", "TS-2025-000001"]) {
    expect(() => addReviewCase(store, { ...review, request }, act)).toThrow(expect.objectContaining({ code: "not_found" }));
  }
  expect(listReviewCases(store)).toEqual([]);
});

it("refuses an ending before the filing, and a case that is not there", () => {
  const store = temporaryStore();
  const id = addReviewCase(store, review, act);
  const settle = (which: number, endedOn: string) => () =>
    settleReviewCase(store, { id: which, result: "other", endedOn: day(endedOn) }, act);
  expect(settle(id, "2026-05-05")).toThrow(expect.objectContaining({ code: "wrong_use" }));
  expect(settle(id + 1, "2026-05-07")).toThrow(expect.objectContaining({ code: "not_found" }));
});
