import { and, asc, eq, ne } from "drizzle-orm";
import type { ApplicantKind, DisclosureResult } from "../domain/disclosure-outcome.js";
import { dayInShanghai, type PlainDate, plainDate } from "../domain/plain-date.js";
import type { FilingChannel, RequestState } from "../domain/request.js";
import { audit } from "./audit-log.js";
import type { Store } from "./open.js";
import { openingBalances, requests } from "./schema/index.js";

/** A disclosure request as the register has it: nothing by which a person is known. */
export type RegisteredRequest = {
  readonly number: string;
  /** The day on which it was filed. */
  readonly filedOn: PlainDate;
  /** The day of receipt by which the law counts; null until both sides have confirmed. */
  readonly receivedOn: PlainDate | null;
  readonly channel: FilingChannel;
  readonly applicant: ApplicantKind | null;
  readonly state: RequestState;
  readonly dueOn: PlainDate | null;
  readonly endedOn: PlainDate | null;
  readonly result: DisclosureResult | null;
  /** Whether nothing more is to be done. */
  readonly closed: boolean;
};

const closedStates = ["closed", "abandoned", "withdrawn", "cancelled"] as const satisfies readonly RequestState[];

/**
 * Whether a request in this state has been answered or ended otherwise. One that was opened again has not, until it is decided anew,
 * whatever was written when it first ended.
 */
export function hasEnded(state: RequestState): boolean {
  return state === "decided" || closedStates.some((closed) => closed === state);
}

/** All disclosure requests that were filed, by number; a draft is none, nor one that was cancelled before anybody received it. */
export function readRegister(store: Store): readonly RegisteredRequest[] {
  const rows = store.rows
    .select({
      number: requests.number,
      createdAt: requests.createdAt,
      receivedOn: requests.receivedOn,
      channel: requests.channel,
      applicant: requests.applicantKind,
      state: requests.state,
      dueOn: requests.dueOn,
      endedOn: requests.endedOn,
      outcome: requests.outcome,
      ground: requests.ground,
    })
    .from(requests)
    .where(and(eq(requests.type, "disclosure"), ne(requests.state, "draft")))
    .orderBy(asc(requests.number))
    .all();
  return rows
    .filter(({ state, receivedOn }) => !(state === "cancelled" && receivedOn === null))
    .map(({ createdAt, outcome, ground, ...row }) => ({
      ...row,
      filedOn: dayInShanghai(new Date(createdAt)),
      receivedOn: dateOrNull(row.receivedOn),
      dueOn: dateOrNull(row.dueOn),
      endedOn: hasEnded(row.state) ? dateOrNull(row.endedOn) : null,
      result: hasEnded(row.state) ? resultOf(outcome, ground) : null,
      closed: closedStates.some((state) => state === row.state),
    }));
}

type Row = typeof requests.$inferSelect;

/** Null without an outcome, and for one that withholds something without saying on what ground. */
function resultOf(outcome: Row["outcome"], ground: Row["ground"]): DisclosureResult | null {
  if (outcome === null) return null;
  if (outcome === "refused" || outcome === "partly_granted") return ground === null ? null : { outcome, ground };
  return { outcome, ground: null };
}

function dateOrNull(text: string | null): PlainDate | null {
  return text === null ? null : plainDate(text);
}

/** 上年结转 of a year as it was set, by kind of applicant. */
export function openingBalanceOf(store: Store, year: number): Readonly<Partial<Record<ApplicantKind, number>>> {
  const rows = store.rows.select().from(openingBalances).where(eq(openingBalances.year, year)).all();
  return Object.fromEntries(rows.map(({ applicantKind, requests: count }) => [applicantKind, count]));
}

/** Sets 上年结转 of a year and kind of applicant, and writes down who did. */
export function setOpeningBalance(
  store: Store,
  given: { readonly year: number; readonly kind: ApplicantKind; readonly requests: number },
  { by, at }: { readonly by: string; readonly at: string },
): void {
  const { year, kind, requests: count } = given;
  store.transaction(() => {
    const before = openingBalanceOf(store, year)[kind] ?? null;
    store.rows
      .insert(openingBalances)
      .values({ year, applicantKind: kind, requests: count })
      .onConflictDoUpdate({
        target: [openingBalances.officeId, openingBalances.year, openingBalances.applicantKind],
        set: { requests: count },
      })
      .run();
    audit(store, {
      at,
      actor: by,
      action: "opening_balance_set",
      subject: `opening_balance:${year}:${kind}`,
      detail: { requests: count, before },
    });
  });
}
