import type { Clock } from "../../domain/clock.js";
import { ZhengwenError } from "../../domain/errors.js";
import { dayInShanghai, type PlainDate, plainDate, shanghaiTime } from "../../domain/plain-date.js";
import { countOption } from "../options.js";

/** 政府信息公开条例 was first in force in 2008. */
const firstYear = 2008;

/** `--year`: one that has begun. Throws `wrong_use`. */
export function yearOption(text: string, clock: Clock): number {
  return countOption("--year", text, firstYear, Number(dayInShanghai(clock()).slice(0, 4)));
}

/** A day that is not in the future. Throws `unknown_date`, `wrong_use`. */
export function pastDateOption(name: string, text: string, clock: Clock): PlainDate {
  const date = plainDate(text);
  if (date > dayInShanghai(clock())) throw new ZhengwenError("wrong_use", `${name} ${date} is in the future`);
  return date;
}

/** Who acts, and when. Throws `wrong_use` for a name of spaces. */
export function actOption(by: string, clock: Clock): { readonly by: string; readonly at: string } {
  const name = by.trim();
  if (name === "") throw new ZhengwenError("wrong_use", "--by takes the name of who enters it");
  return { by: name, at: shanghaiTime(clock()) };
}
