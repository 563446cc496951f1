import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { ZhengwenError } from "../../domain/errors.js";
import { isPlainDate, type PlainDate } from "../../domain/plain-date.js";

/** A day as YYYY-MM-DD. */
export const plainDateSchema = z.string().refine(isPlainDate, "not a date of the form YYYY-MM-DD") as unknown as z.ZodType<PlainDate>;

/**
 * Reads a list of events, at least one, from a file of YAML or JSON.
 * @throws ZhengwenError `events_unreadable` naming what is wrong where
 */
export function readEvents<Event>(file: string, schema: z.ZodType<Event>): readonly Event[] {
  try {
    return z
      .array(schema)
      .min(1)
      .parse(parse(readFileSync(file, "utf8")));
  } catch (cause) {
    const why = cause instanceof z.ZodError ? z.prettifyError(cause) : cause instanceof Error ? cause.message : String(cause);
    throw new ZhengwenError("events_unreadable", `${file}: ${why}`);
  }
}
