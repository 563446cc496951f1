import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { expect, it } from "vitest";
import { plainDate } from "../../src/domain/plain-date.js";
import type { RequestType } from "../../src/domain/request.js";
import { migrationsFolder } from "../../src/paths.js";
import { standingOf } from "../../src/requests/standing.js";
import { eventsOf } from "../../src/store/requests.js";
import { temporaryFolder, temporaryStore } from "../fixtures/home.js";
import { sampleKnowledge } from "../fixtures/request-dialog.js";

const at = "2026-11-23T10:00:00+08:00";

/** A home as it was before requests had lifecycles, with one request of each of these. */
function homeOfBefore(requests: readonly { readonly type: RequestType; readonly detail: object }[]): string {
  const home = temporaryFolder();
  const folder = join(home, "migrations");
  cpSync(migrationsFolder, folder, { recursive: true });
  const journal = join(folder, "meta", "_journal.json");
  const { entries, ...rest } = JSON.parse(readFileSync(journal, "utf8")) as { entries: { idx: number }[] };
  writeFileSync(journal, JSON.stringify({ ...rest, entries: entries.filter(({ idx }) => idx <= 3) }));
  const sqlite = new Database(join(home, "zhengwen.sqlite"));
  migrate(drizzle(sqlite), { migrationsFolder: folder });
  sqlite.prepare("INSERT INTO conversations (id, channel, key, created_at, updated_at) VALUES (1, 'cli', 'k', ?, ?)").run(at, at);
  for (const [index, { type, detail }] of requests.entries()) {
    const id = index + 1;
    sqlite
      .prepare(
        "INSERT INTO requests (id, number, type, state, conversation_id, code_hash, description, created_at) VALUES (?, ?, ?, 'submitted', 1, '', '路灯', ?)",
      )
      .run(id, `N-${id}`, type, at);
    sqlite
      .prepare("INSERT INTO request_events (request_id, at, actor, event, detail) VALUES (?, ?, 'resident', 'filed', ?)")
      .run(id, at, JSON.stringify(detail));
  }
  sqlite.close();
  return home;
}

it("keeps the date that requests were told before they had lifecycles", () => {
  const home = homeOfBefore([
    { type: "disclosure", detail: { dueOn: "2026-12-21" } },
    { type: "petition", detail: {} },
    { type: "complaint", detail: { dueOn: "2026-11-30", dueAt: null, basis: "第十条" } },
    { type: "help", detail: { dueOn: "2026-11-23", dueAt: "2026-11-23T12:00:00+08:00", basis: "第八条", urgent: true } },
  ]);
  const store = temporaryStore(home);
  const standing = (id: number, type: RequestType) => standingOf(type, eventsOf(store, id), plainDate("2026-11-23"), sampleKnowledge());
  expect(standing(1, "disclosure")).toMatchObject({ phase: "unconfirmed", deadline: { dueOn: "2026-12-21" } });
  expect(standing(2, "petition")).toMatchObject({ phase: "acceptance", deadline: { dueOn: "2026-12-08" } });
  expect(standing(3, "complaint")).toMatchObject({ phase: "submitted", deadline: { dueOn: "2026-11-30", basis: "第十条" } });
  expect(standing(4, "help")).toMatchObject({ deadline: { dueAt: "2026-11-23T12:00:00+08:00" } });
  expect(() => store.sqlite.exec("UPDATE request_events SET event = 'x'")).toThrow("append-only");
});
