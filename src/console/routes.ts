import type { Context } from "hono";
import type { StaffRole } from "../store/staff.js";
import { consultationList } from "./consultation-list.js";
import { addNoteToConsultation } from "./consultation-note.js";
import { consultationShow } from "./consultation-show.js";
import { approveCurated, withdrawCurated } from "./curated-acts.js";
import { curatedList } from "./curated-list.js";
import { firstPasswordForm, setFirst } from "./first-password.js";
import { overview } from "./overview.js";
import type { ConsoleParts } from "./parts.js";
import { requestList } from "./request-list.js";
import { addNoteToRequest } from "./request-note.js";
import { requestShow } from "./request-show.js";
import { signIn, signInForm } from "./sign-in.js";
import { signOut } from "./sign-out.js";
import { stylesheet } from "./stylesheet.js";
import type { StaffVisit, Visit } from "./visit.js";

type Method = "get" | "post";
type Answer = Response | Promise<Response>;

/** A page or an act, and the role that it needs; `anyone` needs none. */
export type ConsoleRoute = { readonly method: Method; readonly path: string } & (
  | { readonly role: "anyone"; handle(parts: ConsoleParts, c: Context, visit: Visit): Answer }
  | { readonly role: StaffRole; handle(parts: ConsoleParts, c: Context, visit: StaffVisit): Answer }
);

/** The map of the console. */
export const routes: readonly ConsoleRoute[] = [
  { method: "get", path: "/console.css", role: "anyone", handle: stylesheet },
  { method: "get", path: "/first-password", role: "anyone", handle: firstPasswordForm },
  { method: "post", path: "/first-password", role: "anyone", handle: setFirst },
  { method: "get", path: "/sign-in", role: "anyone", handle: signInForm },
  { method: "post", path: "/sign-in", role: "anyone", handle: signIn },
  { method: "post", path: "/sign-out", role: "reader", handle: signOut },
  { method: "get", path: "/", role: "reader", handle: overview },
  { method: "get", path: "/consultations", role: "reader", handle: consultationList },
  { method: "get", path: "/consultations/:id{[0-9]{1,15}}", role: "reader", handle: consultationShow },
  { method: "post", path: "/consultations/:id{[0-9]{1,15}}/notes", role: "reader", handle: addNoteToConsultation },
  { method: "get", path: "/requests", role: "reader", handle: requestList },
  { method: "get", path: "/requests/:id{[0-9]{1,15}}", role: "reader", handle: requestShow },
  { method: "post", path: "/requests/:id{[0-9]{1,15}}/notes", role: "reader", handle: addNoteToRequest },
  { method: "get", path: "/curated", role: "reader", handle: curatedList },
  // by role and by who wrote it: the desk refuses
  { method: "post", path: "/curated/:id{[0-9]{1,15}}/approve", role: "reader", handle: approveCurated },
  { method: "post", path: "/curated/:id{[0-9]{1,15}}/withdraw", role: "reader", handle: withdrawCurated },
];
