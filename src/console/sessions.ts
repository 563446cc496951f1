import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { shanghaiTime } from "../domain/plain-date.js";
import { addSession, findSession, removeSession, type StaffRole } from "../store/staff.js";
import { basePath, type ConsoleParts } from "./parts.js";
import { csrfOf, newToken, sha256 } from "./tokens.js";

/** Who is signed in, and what their forms must send back. */
export type Session = { readonly staff: { readonly id: number; readonly name: string; readonly role: StaffRole }; readonly csrf: string };

const sessionCookie = "zhengwen_session";
const formCookie = "zhengwen_form";
const sessionSeconds = 8 * 3_600;

const cookieOptions = (parts: ConsoleParts) =>
  ({ httpOnly: true, sameSite: "Strict", path: basePath, secure: parts.secureCookies }) as const;

/** Signs a staff member in for eight hours; only the hash of the cookie's token is stored. */
export function startSession(parts: ConsoleParts, c: Context, staffId: number): void {
  const token = newToken();
  const now = parts.clock();
  const expiresAt = shanghaiTime(new Date(now.getTime() + sessionSeconds * 1000));
  addSession(parts.store, { tokenHash: sha256(token), staffId, expiresAt }, shanghaiTime(now));
  setCookie(c, sessionCookie, token, { ...cookieOptions(parts), maxAge: sessionSeconds });
  deleteCookie(c, formCookie, cookieOptions(parts));
}

/** The session of this request's cookie, or null. */
export function currentSession(parts: ConsoleParts, c: Context): Session | null {
  const token = getCookie(c, sessionCookie);
  if (!token) return null;
  const staff = findSession(parts.store, sha256(token), shanghaiTime(parts.clock()));
  return staff && { staff, csrf: csrfOf(token) };
}

/** Ends the session of this request's cookie. */
export function endSession(parts: ConsoleParts, c: Context): void {
  const token = getCookie(c, sessionCookie);
  if (token) removeSession(parts.store, sha256(token));
  deleteCookie(c, sessionCookie, cookieOptions(parts));
}

/** What the forms before sign-in must send back; gives the browser a cookie for it when it has none. */
export function formToken(parts: ConsoleParts, c: Context): string {
  const known = getCookie(c, formCookie);
  if (known) return csrfOf(known);
  const token = newToken();
  setCookie(c, formCookie, token, cookieOptions(parts));
  return csrfOf(token);
}

/** What a form before sign-in must have sent, or null without the cookie. */
export function expectedFormToken(c: Context): string | null {
  const known = getCookie(c, formCookie);
  return known ? csrfOf(known) : null;
}
