import type { Context } from "hono";
import { ZhengwenError } from "../domain/errors.js";
import { basePath, type ConsoleParts } from "./parts.js";
import { NoticePage } from "./view/notice-page.js";
import type { StaffVisit } from "./visit.js";

type Answer = Response | Promise<Response>;

/** Publishes a curated answer that somebody else wrote. */
export function approveCurated(parts: ConsoleParts, c: Context, { session }: StaffVisit): Answer {
  return acted(parts, c, (id) => parts.curated.approve(id, session.staff.name));
}

/** Takes a curated answer away, with the reason. */
export function withdrawCurated(parts: ConsoleParts, c: Context, { session, form }: StaffVisit): Answer {
  return acted(parts, c, (id) => parts.curated.withdraw(id, session.staff.name, form.get("because")));
}

/** Does it and shows the answer again, or says why it may not be done. */
function acted(parts: ConsoleParts, c: Context, act: (id: number) => void): Answer {
  const id = Number(c.req.param("id"));
  try {
    act(id);
  } catch (cause) {
    if (!(cause instanceof ZhengwenError)) throw cause;
    const status = statuses[cause.code];
    if (status === undefined) throw cause;
    return c.html(<NoticePage words={parts.knowledge} title="没有做成" text={cause.message} />, status);
  }
  return c.redirect(`${basePath}/curated#curated-${id}`, 303);
}

const statuses: Partial<Record<ZhengwenError["code"], 403 | 404 | 409 | 422>> = {
  approval_refused: 403,
  not_found: 404,
  request_changed: 409,
  curated_refused: 422,
};
