import type { Context } from "hono";
import { shanghaiTime } from "../domain/plain-date.js";
import { audit } from "../store/audit-log.js";
import { readConsultation } from "../store/consultation-reading.js";
import { addConsultationNote } from "../store/notes.js";
import { consultationPage, consultationShow } from "./consultation-show.js";
import { basePath, type ConsoleParts } from "./parts.js";
import { readNote } from "./view/notes.js";
import type { StaffVisit } from "./visit.js";

/** Writes a note beside a consultation. The text itself stays out of the audit log. */
export function addNoteToConsultation(parts: ConsoleParts, c: Context, visit: StaffVisit): Response | Promise<Response> {
  const { store } = parts;
  const found = readConsultation(store, Number(c.req.param("id")));
  if (!found) return consultationShow(parts, c, visit);
  const given = visit.form.get("text");
  const note = readNote(given);
  if ("problem" in note)
    return consultationPage(parts, c, { session: visit.session, found, rejected: { problem: note.problem, text: given } });
  const at = shanghaiTime(parts.clock());
  const actor = visit.session.staff.name;
  store.transaction(() => {
    addConsultationNote(store, found.id, { at, actor, text: note.text });
    audit(store, { at, actor, action: "consultation_noted", subject: `consultation ${found.id}` });
  });
  return c.redirect(`${basePath}/consultations/${found.id}#notes`, 303);
}
