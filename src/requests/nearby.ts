import { addDays, type PlainDate } from "../domain/plain-date.js";
import type { RequestNumber, RequestType } from "../domain/request.js";
import type { NearbyReport, RequestOrder } from "../domain/request-desk.js";
import type { Store } from "../store/open.js";
import { openReports } from "../store/requests.js";

const reportable: ReadonlySet<RequestType> = new Set(["complaint", "help", "report"]);
const withinDays = 30;
const lookedAt = 200;
const most = 3;
const longestMatter = 60;

/**
 * Open reports of the last month in the same category at the same place: one's place contains the other's (青云路, 青云路8号门口). Private
 * matters are none: only what anybody can see there is offered to be followed, and its words are already masked.
 */
export function nearbyReports(store: Store, order: RequestOrder, today: PlainDate): readonly NearbyReport[] {
  const { location, category } = order;
  if (location === null || category === null || !reportable.has(order.type)) return [];
  const place = bare(location);
  return openReports(store, category.level2, addDays(today, -withinDays), lookedAt)
    .filter((row) => reportable.has(row.type) && row.location !== null && isSamePlace(bare(row.location), place))
    .filter((row) => row.categoryLevel3 === category.level3 || row.categoryLevel3 === null || category.level3 === null)
    .slice(0, most)
    .map(({ number, createdAt, location: where, description }) => ({
      number: number as RequestNumber,
      filedOn: createdAt.slice(0, 10) as PlainDate,
      location: where ?? "",
      matter: description.slice(0, longestMatter),
    }));
}

function isSamePlace(one: string, other: string): boolean {
  return one.includes(other) || other.includes(one);
}

function bare(place: string): string {
  return place.normalize("NFKC").replace(/[\s，,、。]/g, "");
}
