import type { ApplicantKind, DisclosureResult } from "../../domain/disclosure-outcome.js";
import type { PlainDate } from "../../domain/plain-date.js";

/** What the yearly table needs to know of one disclosure request, as it stands. */
export type RegisterEntry = {
  readonly number: string;
  /** Null when nobody has said who asks: such an entry belongs in no column. */
  readonly applicant: ApplicantKind | null;
  /** The day of receipt (Art. 31); null until both sides have confirmed. */
  readonly receivedOn: PlainDate | null;
  /** The day on which it ended; null while it is open, also when it was opened again after an annulment. */
  readonly endedOn: PlainDate | null;
  /** How it ended; null while it is open. */
  readonly result: DisclosureResult | null;
  /** Whether its lifecycle is over: an entry that says so has an ending day and a result. */
  readonly closed: boolean;
};

/** 上年结转 as staff set it, by kind of applicant; a kind that is not there was not set. */
export type OpeningBalance = Readonly<Partial<Record<ApplicantKind, number>>>;

/** The first and the last day of a year. */
export function boundsOf(year: number): { readonly first: PlainDate; readonly last: PlainDate } {
  return { first: `${year}-01-01` as PlainDate, last: `${year}-12-31` as PlainDate };
}

/** Received within the year: counts in 一. */
export function isNew({ receivedOn }: RegisterEntry, year: number): boolean {
  const { first, last } = boundsOf(year);
  return receivedOn !== null && first <= receivedOn && receivedOn <= last;
}

/** Received before the year, and still open when it began: counts in 二. An entry that ended on 1 January was open. */
export function isCarriedOver({ receivedOn, endedOn }: RegisterEntry, year: number): boolean {
  const { first } = boundsOf(year);
  return receivedOn !== null && receivedOn < first && (endedOn === null || endedOn >= first);
}

/**
 * Ended within the year: counts in 三, whenever it was received. Not so what was withdrawn before both sides had confirmed that it arrived:
 * it was never received (Art. 31(3)).
 */
export function isHandled({ receivedOn, endedOn, result }: RegisterEntry, year: number): boolean {
  const { first, last } = boundsOf(year);
  if (receivedOn === null && result?.outcome === "withdrawn") return false;
  return endedOn !== null && first <= endedOn && endedOn <= last;
}

/** Received by the end of the year, and not ended by then: counts in 四. An entry that ended on the next 1 January was open. */
export function isCarriedForward({ receivedOn, endedOn }: RegisterEntry, year: number): boolean {
  const { last } = boundsOf(year);
  return receivedOn !== null && receivedOn <= last && (endedOn === null || endedOn > last);
}
