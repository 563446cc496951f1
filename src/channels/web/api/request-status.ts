import type { Context } from "hono";
import { Problem } from "../problem.js";
import type { ApiParts } from "./parts.js";
import { readJson } from "./read-json.js";
import { requestStatusBody } from "./schemas.js";

const lockedSeconds = 3_600;
/** After five wrong codes, whether the number exists or not. */
export const lockedText = "查询码连着几次对不上，这个编号要过一个小时才能再查。急的话请打街道的电话。";

/** A wrong code and an unknown number get the same answer. */
export async function requestStatus(parts: ApiParts, c: Context): Promise<Response> {
  await parts.limits.address(c);
  const { number, code } = await readJson(c, requestStatusBody);
  await parts.limits.requestNumber(number);
  const found = parts.desk.find(number.trim(), { code: code.trim() });
  if (found.kind === "locked") throw new Problem("too_many", lockedText, lockedSeconds);
  if (found.kind !== "found") throw new Problem("not_found", "受理编号和查询码对不上，请核对回执。");
  c.header("Cache-Control", "no-store");
  return c.json(found.status);
}
