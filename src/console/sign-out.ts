import type { Context } from "hono";
import { shanghaiTime } from "../domain/plain-date.js";
import { audit } from "../store/audit-log.js";
import { basePath, type ConsoleParts } from "./parts.js";
import { endSession } from "./sessions.js";
import type { StaffVisit } from "./visit.js";

/** Ends the session and goes back to the door. */
export function signOut(parts: ConsoleParts, c: Context, { session }: StaffVisit): Response {
  endSession(parts, c);
  audit(parts.store, { at: shanghaiTime(parts.clock()), actor: session.staff.name, action: "signed_out", subject: "console" });
  return c.redirect(`${basePath}/sign-in`, 303);
}
