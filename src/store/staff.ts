import { and, asc, eq, gt, isNotNull, lte } from "drizzle-orm";
import type { Store } from "./open.js";
import { settings, staff, staffSessions } from "./schema/index.js";

/** Readers look, handlers act, heads approve, admins do all. */
export const staffRoles = staff.role.enumValues;
export type StaffRole = (typeof staff.$inferSelect)["role"];
export type StaffMember = { readonly id: number; readonly name: string; readonly role: StaffRole; readonly passwordHash: string | null };

const memberColumns = { id: staff.id, name: staff.name, role: staff.role, passwordHash: staff.passwordHash };
const secretKey = "admin_secret_sha256";

/** True once anybody can sign in by name and password; the one-time secret is void from then on. */
export function anyPassword(store: Store): boolean {
  return store.rows.select({ id: staff.id }).from(staff).where(isNotNull(staff.passwordHash)).limit(1).get() !== undefined;
}

/** The staff member of this name, or null. */
export function findStaff(store: Store, name: string): StaffMember | null {
  return store.rows.select(memberColumns).from(staff).where(eq(staff.name, name)).get() ?? null;
}

/** Adds a staff member, or gives one who is there another role. `at` is ISO time +08:00. */
export function addStaff(store: Store, { name, role, at }: Pick<StaffMember, "name" | "role"> & { readonly at: string }): void {
  store.rows.insert(staff).values({ name, role, createdAt: at }).onConflictDoUpdate({ target: staff.name, set: { role } }).run();
}

/** All staff members by name. */
export function allStaff(store: Store): readonly Pick<StaffMember, "name" | "role">[] {
  return store.rows.select({ name: staff.name, role: staff.role }).from(staff).orderBy(asc(staff.name)).all();
}

/** Adds a staff member, or gives one who has no password yet this password and role. */
export function setFirstPassword(
  store: Store,
  given: Pick<StaffMember, "name" | "role"> & { readonly passwordHash: string; readonly at: string },
): StaffMember {
  const { name, role, passwordHash, at } = given;
  return store.rows
    .insert(staff)
    .values({ name, role, passwordHash, createdAt: at })
    .onConflictDoUpdate({ target: staff.name, set: { role, passwordHash } })
    .returning(memberColumns)
    .get();
}

/** Keeps the hash of the one-time secret; an earlier one is void. */
export function keepSecretHash(store: Store, sha256: string): void {
  store.rows
    .insert(settings)
    .values({ key: secretKey, value: sha256 })
    .onConflictDoUpdate({ target: [settings.officeId, settings.key], set: { value: sha256 } })
    .run();
}

/** The hash of the one-time secret while there is an unused one. */
export function secretHash(store: Store): string | null {
  return store.rows.select({ value: settings.value }).from(settings).where(eq(settings.key, secretKey)).get()?.value ?? null;
}

/** Makes the one-time secret void. */
export function forgetSecret(store: Store): void {
  store.rows.delete(settings).where(eq(settings.key, secretKey)).run();
}

/** Keeps a session, and removes those that have expired. `now` and `expiresAt` are ISO times with +08:00. */
export function addSession(
  store: Store,
  session: { readonly tokenHash: string; readonly staffId: number; readonly expiresAt: string },
  now: string,
): void {
  store.transaction(() => {
    store.rows.delete(staffSessions).where(lte(staffSessions.expiresAt, now)).run();
    store.rows.insert(staffSessions).values(session).run();
  });
}

/** Whose session this is, or null when there is none or it has expired. */
export function findSession(store: Store, tokenHash: string, now: string): Omit<StaffMember, "passwordHash"> | null {
  return (
    store.rows
      .select({ id: staff.id, name: staff.name, role: staff.role })
      .from(staffSessions)
      .innerJoin(staff, eq(staff.id, staffSessions.staffId))
      .where(and(eq(staffSessions.tokenHash, tokenHash), gt(staffSessions.expiresAt, now)))
      .get() ?? null
  );
}

/** Ends a session. */
export function removeSession(store: Store, tokenHash: string): void {
  store.rows.delete(staffSessions).where(eq(staffSessions.tokenHash, tokenHash)).run();
}
