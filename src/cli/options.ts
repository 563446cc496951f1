import { ZhengwenError } from "../domain/errors.js";
import type { Place } from "../domain/place.js";
import { type PlainDate, plainDate } from "../domain/plain-date.js";
import type { Services } from "../services.js";

/** `--place`, or null when it was not given. Throws `unknown_place`. */
export function placeOption(services: Pick<Services, "knowledge">, text: string | undefined): Place | null {
  return text === undefined ? null : services.knowledge.places.read(text);
}

/** `--as-of`, or null when it was not given. Throws `unknown_date`. */
export function dateOption(text: string | undefined): PlainDate | null {
  return text === undefined ? null : plainDate(text);
}

/** A whole number between two bounds. Throws `wrong_use`. */
export function countOption(name: string, text: string, least: number, most: number): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= least && count <= most) return count;
  throw new ZhengwenError("wrong_use", `${name} takes a whole number from ${least} to ${most}, not ${text}`);
}
