import { expect, it } from "vitest";
import { nextReceipt, requestsByNumber } from "../../src/store/requests.js";
import { temporaryStore } from "../fixtures/home.js";

it("counts each prefix and year by itself, without gaps", () => {
  const store = temporaryStore();
  const given = [
    nextReceipt(store, "TS", 2026),
    nextReceipt(store, "TS", 2026),
    nextReceipt(store, "YSQ", 2026),
    nextReceipt(store, "TS", 2027),
  ];
  expect(given).toEqual([1, 2, 1, 1]);
});

it("gives a number back when its transaction fails", () => {
  const store = temporaryStore();
  expect(() =>
    store.transaction(() => {
      nextReceipt(store, "TS", 2026);
      throw new Error("no");
    }),
  ).toThrow("no");
  expect(nextReceipt(store, "TS", 2026)).toBe(1);
});

it("finds nothing for no numbers, and for a text that is no number", () => {
  const store = temporaryStore();
  expect(requestsByNumber(store, [])).toEqual([]);
  expect(requestsByNumber(store, ["TS-2026-000001'; DROP TABLE requests; --"])).toEqual([]);
});
