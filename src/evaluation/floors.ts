import { ZhengwenError } from "../domain/errors.js";
import type { Judgement } from "./judge.js";
import { type MeasureName, measureNames, measureOf } from "./measures.js";

/** The least that a measure must be, or the most where less is better. */
export type Floor = { readonly measure: MeasureName; readonly value: number };

/**
 * Reads `gold_cited=0.6`.
 * @throws ZhengwenError `wrong_use` for a measure that is not known (naming those that are) or no number
 */
export function readFloor(text: string): Floor {
  const [name = "", value = ""] = text.split("=", 2).map((each) => each.trim());
  const measure = measureNames.find((each) => each === name);
  if (measure === undefined) throw new ZhengwenError("wrong_use", `--floor: no measure ${name}; there are ${measureNames.join(", ")}`);
  const number = Number(value);
  if (value === "" || !Number.isFinite(number))
    throw new ZhengwenError("wrong_use", `--floor: ${text} names no number, as ${name}=0.6 does`);
  return { measure, value: number };
}

/** The floors that are not kept; one whose measure has no rows is not kept either, since nothing shows that it is. */
export function brokenFloors(floors: readonly Floor[], judgements: readonly Judgement[]): readonly Floor[] {
  return floors.filter(({ measure, value }) => {
    const { figure, better } = measureOf(measure);
    const { value: reached } = figure(judgements);
    if (reached === null) return true;
    return better === "more" ? reached < value : reached > value;
  });
}
