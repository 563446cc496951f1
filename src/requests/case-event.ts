import type { PlainDate } from "../domain/plain-date.js";

/** Something that happened to a request, as it is stored; `detail.on` is the day that the law counts, when it is not the day of `at`. */
export type CaseEvent = {
  /** ISO time +08:00 at which it was written down. */
  readonly at: string;
  readonly actor: string;
  readonly event: string;
  readonly detail: Readonly<Record<string, unknown>>;
};

/** The day that the law counts an event on. */
export function dayOf({ at, detail }: CaseEvent): PlainDate {
  return (typeof detail["on"] === "string" ? detail["on"] : at.slice(0, 10)) as PlainDate;
}
