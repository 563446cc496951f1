import type { Context } from "hono";
import type { StaffRole } from "../store/staff.js";
import { readForm } from "./form.js";
import { basePath, type ConsoleParts } from "./parts.js";
import type { ConsoleRoute } from "./routes.js";
import { currentSession, expectedFormToken, type Session } from "./sessions.js";
import { sameText } from "./tokens.js";
import { NoticePage } from "./view/notice-page.js";

const emptyForm = { get: () => "" };

/**
 * Who may pass: without a session to the sign-in page, with too small a role or without the form's token to a refusal.
 * @returns the route's answer, or the refusal
 */
export async function admit(route: ConsoleRoute, parts: ConsoleParts, c: Context): Promise<Response> {
  const session = currentSession(parts, c);
  if (route.role !== "anyone") {
    if (!session) return c.redirect(`${basePath}/sign-in`, 303);
    if (!mayPass(session, route.role)) return refuse(parts, c, "没有权限", "您的账号不能做这件事，请找管理员。");
  }
  const isPost = route.method === "post";
  if (isPost && session && route.role === "anyone") return c.redirect(basePath, 303);
  const form = isPost ? await readForm(c) : emptyForm;
  if (isPost && !isOurForm(session, form.get("csrf"), c)) {
    return refuse(parts, c, "页面已过期", "这个页面放得太久，或不是从本系统打开的。请返回上一页，刷新后再试。");
  }
  if (route.role === "anyone") return route.handle(parts, c, { session, form });
  if (!session) throw new Error("unreachable: a route of staff without a session");
  return route.handle(parts, c, { session, form });
}

/** Every staff member reads and takes notes; an admin may do all. */
function mayPass(session: Session, needed: StaffRole): boolean {
  return needed === "reader" || session.staff.role === needed;
}

function isOurForm(session: Session | null, given: string, c: Context): boolean {
  const expected = session?.csrf ?? expectedFormToken(c);
  return expected !== null && sameText(expected, given);
}

function refuse(parts: ConsoleParts, c: Context, title: string, text: string): Response | Promise<Response> {
  return c.html(<NoticePage words={parts.knowledge} title={title} text={text} />, 403);
}
