import { asc, eq } from "drizzle-orm";
import { ZhengwenError } from "../domain/errors.js";
import { type PlainDate, plainDate } from "../domain/plain-date.js";
import { audit } from "./audit-log.js";
import type { Store } from "./open.js";
import { requests, reviewCases, reviewKinds, reviewResults } from "./schema/index.js";

export { reviewKinds, reviewResults };
export type ReviewKind = (typeof reviewKinds)[number];
export type ReviewResult = (typeof reviewResults)[number];

/** A 行政复议 or 行政诉讼 about a disclosure request. */
export type ReviewCase = {
  readonly id: number;
  readonly kind: ReviewKind;
  readonly filedOn: PlainDate;
  /** The receipt number it is about, when it is one of ours. */
  readonly request: string | null;
  /** Null while it is pending. */
  readonly result: ReviewResult | null;
  readonly endedOn: PlainDate | null;
};

type Act = { readonly by: string; readonly at: string };

/**
 * Enters a case, and who did; gives its id.
 * @throws ZhengwenError `not_found` when it names a request that is no disclosure request of ours
 */
export function addReviewCase(store: Store, given: Pick<ReviewCase, "kind" | "filedOn" | "request">, { by, at }: Act): number {
  return store.transaction(() => {
    if (given.request !== null) assertDisclosureRequest(store, given.request);
    const { id } = store.rows
      .insert(reviewCases)
      .values({ ...given, at, actor: by })
      .returning({ id: reviewCases.id })
      .get();
    audit(store, { at, actor: by, action: "review_case_added", subject: `review_case:${id}`, detail: given });
    return id;
  });
}

/**
 * Enters how a case ended; what was entered before, also a wrong result, stays in the audit log.
 * @throws ZhengwenError `not_found` when there is no such case, `wrong_use` when it would end before it was filed
 */
export function settleReviewCase(
  store: Store,
  { id, result, endedOn }: { readonly id: number; readonly result: ReviewResult; readonly endedOn: PlainDate },
  { by, at }: Act,
): void {
  store.transaction(() => {
    const known = store.rows.select().from(reviewCases).where(eq(reviewCases.id, id)).get();
    if (!known) throw new ZhengwenError("not_found", `there is no review or suit ${id}; zhengwen report review list shows them`);
    if (endedOn < known.filedOn) throw new ZhengwenError("wrong_use", `it was filed on ${known.filedOn}, it cannot end on ${endedOn}`);
    store.rows.update(reviewCases).set({ result, endedOn }).where(eq(reviewCases.id, id)).run();
    const before = known.result === null ? {} : { before: { result: known.result, endedOn: known.endedOn } };
    audit(store, { at, actor: by, action: "review_case_settled", subject: `review_case:${id}`, detail: { result, endedOn, ...before } });
  });
}

/** All cases, in the order in which they were filed. */
export function listReviewCases(store: Store): readonly ReviewCase[] {
  return store.rows
    .select()
    .from(reviewCases)
    .orderBy(asc(reviewCases.filedOn), asc(reviewCases.id))
    .all()
    .map(({ id, kind, filedOn, request, result, endedOn }) => ({
      id,
      kind,
      filedOn: plainDate(filedOn),
      request,
      result,
      endedOn: endedOn === null ? null : plainDate(endedOn),
    }));
}

function assertDisclosureRequest(store: Store, number: string): void {
  const known = store.rows.select({ type: requests.type }).from(requests).where(eq(requests.number, number)).get();
  if (known?.type !== "disclosure") throw new ZhengwenError("not_found", `there is no disclosure request ${number}`);
}
