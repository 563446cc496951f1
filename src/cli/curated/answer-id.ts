import { countOption } from "../options.js";

/** The number of a curated answer. Throws `wrong_use`. */
export function answerId(text: string): number {
  return countOption("<id>", text, 1, 999_999_999);
}
