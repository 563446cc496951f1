import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** A street that this installation serves; one by default, and each other table names its office. */
export const offices = sqliteTable("offices", {
  id: integer("id").primaryKey(),
  name: text("name").notNull(),
  place: text("place").notNull(),
});

export const officeId = () =>
  integer("office_id")
    .notNull()
    .default(1)
    .references(() => offices.id);

/** ISO time with +08:00. */
export const timestamp = (name: string) => text(name);

export const settings = sqliteTable(
  "settings",
  { officeId: officeId(), key: text("key").notNull(), value: text("value").notNull() },
  (table) => [primaryKey({ columns: [table.officeId, table.key] })],
);

/** Who did what to which thing; append-only (a trigger refuses update and delete). */
export const auditLog = sqliteTable(
  "audit_log",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    officeId: officeId(),
    at: timestamp("at").notNull(),
    actor: text("actor").notNull(),
    action: text("action").notNull(),
    subject: text("subject").notNull(),
    detail: text("detail", { mode: "json" }).notNull().default(sql`'{}'`),
  },
  (table) => [index("audit_log_at").on(table.at)],
);

export const staff = sqliteTable("staff", {
  id: integer("id").primaryKey({ autoIncrement: true }),
  officeId: officeId(),
  name: text("name").notNull().unique(),
  role: text("role", { enum: ["admin", "head", "handler", "reader"] }).notNull(),
  /** argon2id; null until the one-time secret was used and a password set. */
  passwordHash: text("password_hash"),
  createdAt: timestamp("created_at").notNull(),
});

export const staffSessions = sqliteTable("staff_sessions", {
  /** sha256 of the cookie's token: a stolen database signs nobody in. */
  tokenHash: text("token_hash").primaryKey(),
  officeId: officeId(),
  staffId: integer("staff_id")
    .notNull()
    .references(() => staff.id),
  expiresAt: timestamp("expires_at").notNull(),
});
