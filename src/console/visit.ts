import type { Form } from "./parts.js";
import type { Session } from "./sessions.js";

/** A call by somebody who may not be signed in. */
export type Visit = { readonly session: Session | null; readonly form: Form };

/** A call by staff. */
export type StaffVisit = Visit & { readonly session: Session };
