import { expect, it } from "vitest";
import { circuitBreaker } from "../../../src/models/chat/circuit-breaker.js";

function opened() {
  let now = Date.parse("2026-11-23T02:00:00Z");
  const breaker = circuitBreaker(() => new Date(now), { failures: 3, restMs: 60_000 });
  const fail = (times: number) => {
    for (let count = 0; count < times; count++) if (breaker.admits()) breaker.failed();
  };
  return { breaker, fail, later: (ms: number) => (now += ms) };
}

it("admits while failures are few", () => {
  const { breaker, fail } = opened();
  fail(2);
  expect(breaker.admits()).toBe(true);
});

it("counts failures in a row only", () => {
  const { breaker, fail } = opened();
  fail(2);
  breaker.succeeded();
  fail(2);
  expect(breaker.admits()).toBe(true);
});

it("rests after so many in a row, until the rest is over", () => {
  const { breaker, fail, later } = opened();
  fail(3);
  expect(breaker.admits()).toBe(false);
  later(59_999);
  expect(breaker.admits()).toBe(false);
  later(1);
  expect(breaker.admits()).toBe(true);
});

it("lets one try through after the rest, and the others wait for its end", () => {
  const { breaker, fail, later } = opened();
  fail(3);
  later(60_000);
  expect([breaker.admits(), breaker.admits()]).toEqual([true, false]);
  breaker.succeeded();
  expect([breaker.admits(), breaker.admits()]).toEqual([true, true]);
});

it("rests again when that try fails", () => {
  const { breaker, fail, later } = opened();
  fail(3);
  later(60_000);
  fail(1);
  later(59_999);
  expect(breaker.admits()).toBe(false);
});

it("rests at once for what does not pass by itself", () => {
  const { breaker } = opened();
  breaker.failed(true);
  expect(breaker.admits()).toBe(false);
});
