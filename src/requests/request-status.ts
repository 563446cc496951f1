import type { PlainDate } from "../domain/plain-date.js";
import type { Category, RequestNumber } from "../domain/request.js";
import type { RequestStatus } from "../domain/request-desk.js";
import type { StoredRequest } from "../store/requests.js";
import { toldDueOn } from "./record.js";

/** What a resident is told of a stored request. */
export function statusOf(row: StoredRequest): RequestStatus {
  return {
    number: row.number as RequestNumber,
    type: row.type,
    state: row.state,
    filedOn: row.createdAt.slice(0, 10) as PlainDate,
    ...toldDueOn(row),
    category: categoryOf(row),
    description: row.description,
  };
}

/** The category of a stored request, or null. */
export function categoryOf({
  categoryLevel1: level1,
  categoryLevel2: level2,
  categoryLevel3: level3,
}: Pick<StoredRequest, "categoryLevel1" | "categoryLevel2" | "categoryLevel3">): Category | null {
  return level1 !== null && level2 !== null ? { level1, level2, level3 } : null;
}
