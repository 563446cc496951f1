import type { Context } from "hono";
import { Problem } from "../problem.js";
import type { ApiParts } from "./parts.js";
import { readJson } from "./read-json.js";
import { requestStatusBody } from "./schemas.js";

/** A wrong code and an unknown number get the same answer. */
export async function requestStatus(parts: ApiParts, c: Context): Promise<Response> {
  await parts.limits.address(c);
  const { number, code } = await readJson(c, requestStatusBody);
  await parts.limits.requestNumber(number);
  const found = parts.desk.find(number.trim().toUpperCase(), { code: code.trim() });
  if (!found) throw new Problem("not_found", "受理编号和查询码对不上，请核对回执。");
  c.header("Cache-Control", "no-store");
  return c.json(found);
}
