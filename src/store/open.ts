import { accessSync, constants, existsSync, mkdirSync, statfsSync, statSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { type BetterSQLite3Database, drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { ZhengwenError } from "../domain/errors.js";
import { migrationsFolder } from "../paths.js";
import * as schema from "./schema/index.js";

export type Rows = BetterSQLite3Database<typeof schema>;

/** The open database. `rows` is for drizzle; `sqlite` for the few statements that need it raw. */
export type Store = {
  readonly home: string;
  readonly rows: Rows;
  readonly sqlite: Database.Database;
  /** Runs `work` in one write transaction, all of it or nothing; synchronous only. */
  transaction<T>(work: () => T): T;
  close(): void;
};

const neededBytes = 16 * 1024 * 1024;

/**
 * Opens the database in `home`, making both when they do not exist, and brings it to today's schema.
 * @throws ZhengwenError `home_unusable` when the folder cannot be written or the disk is full, `store_unusable` when the file is no database of ours.
 */
export function openStore(home: string): Store {
  assertWritable(home);
  const file = join(home, "zhengwen.sqlite");
  let sqlite: Database.Database | undefined;
  try {
    sqlite = new Database(file, { timeout: 30_000 });
    sqlite.pragma("journal_mode = WAL");
    sqlite.pragma("synchronous = FULL");
    sqlite.pragma("foreign_keys = ON");
    // what is erased leaves no bytes behind
    sqlite.pragma("secure_delete = ON");
    assertDurable(sqlite);
    const rows = drizzle(sqlite, { schema });
    migrateOnce(sqlite, rows);
    return store(home, sqlite, rows);
  } catch (cause) {
    sqlite?.close();
    if (cause instanceof ZhengwenError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ZhengwenError("store_unusable", `cannot open ${file}: ${reason}`, { cause });
  }
}

function store(home: string, sqlite: Database.Database, rows: Rows): Store {
  return {
    home,
    rows,
    sqlite,
    transaction: (work) => (sqlite.inTransaction ? work() : sqlite.transaction(work).immediate()),
    close: () => sqlite.close(),
  };
}

/** drizzle runs migrations in a deferred transaction, which two first processes would fight over. */
function migrateOnce(sqlite: Database.Database, rows: Rows): void {
  const lock = new Database(join(sqlite.name, "..", "setup.lock"), { timeout: 60_000 });
  try {
    lock.exec("BEGIN EXCLUSIVE");
    migrate(rows, { migrationsFolder });
  } finally {
    lock.close();
  }
}

function assertWritable(home: string): void {
  try {
    const isNew = !existsSync(home);
    if (isNew) mkdirSync(home, { recursive: true, mode: 0o700 });
    if (!statSync(home).isDirectory()) throw new Error("not a folder");
    accessSync(home, constants.R_OK | constants.W_OK);
    const disk = statfsSync(home);
    if (disk.bavail * disk.bsize < neededBytes) {
      throw new ZhengwenError("home_unusable", `less than 16 MiB are free on the disk of ${home}; free some space and start again`);
    }
  } catch (cause) {
    if (cause instanceof ZhengwenError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ZhengwenError("home_unusable", `cannot write to ${home} (${reason}); choose another folder with ZHENGWEN_HOME`, { cause });
  }
}

/** WAL lowers `synchronous` on some builds; a reply acknowledged must be on disk. */
function assertDurable(sqlite: Database.Database): void {
  const mode = sqlite.pragma("journal_mode", { simple: true });
  const synchronous = sqlite.pragma("synchronous", { simple: true });
  const foreignKeys = sqlite.pragma("foreign_keys", { simple: true });
  if (mode !== "wal" || synchronous !== 2 || foreignKeys !== 1) {
    throw new ZhengwenError(
      "store_unusable",
      `the database runs with journal_mode=${mode} synchronous=${synchronous} foreign_keys=${foreignKeys}`,
    );
  }
}
