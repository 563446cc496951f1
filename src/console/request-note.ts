import type { Context } from "hono";
import { shanghaiTime } from "../domain/plain-date.js";
import { audit } from "../store/audit-log.js";
import { addRequestNote } from "../store/notes.js";
import { readRequest } from "../store/request-reading.js";
import { maskPersonalData } from "../text/mask.js";
import { basePath, type ConsoleParts } from "./parts.js";
import { requestPage, requestShow } from "./request-show.js";
import { readNote } from "./view/notes.js";
import type { StaffVisit } from "./visit.js";

/** Writes a note as an event of a request. The text itself stays out of the audit log. */
export function addNoteToRequest(parts: ConsoleParts, c: Context, visit: StaffVisit): Response | Promise<Response> {
  const { store } = parts;
  const found = readRequest(store, Number(c.req.param("id")));
  if (!found) return requestShow(parts, c, visit);
  const given = visit.form.get("text");
  const note = readNote(given);
  if ("problem" in note) return requestPage(parts, c, { session: visit.session, found, rejected: { problem: note.problem, text: given } });
  const at = shanghaiTime(parts.clock());
  const actor = visit.session.staff.name;
  store.transaction(() => {
    addRequestNote(store, found.id, { at, actor, text: maskPersonalData(note.text).text });
    audit(store, { at, actor, action: "request_noted", subject: found.number });
  });
  return c.redirect(`${basePath}/requests/${found.id}#notes`, 303);
}
