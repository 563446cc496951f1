import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { openStore, type Store } from "../../src/store/open.js";
import { temporaryFolder, temporaryStore } from "../fixtures/home.js";

const at = "2026-11-23T10:00:00+08:00";
const pragma = (store: Store, name: string) => store.sqlite.pragma(name, { simple: true });
const tables = (store: Store) => store.sqlite.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").pluck().all();

describe("a home", () => {
  it("is made at first use, for its owner alone", () => {
    const home = join(temporaryFolder(), "数据", "家");
    temporaryStore(home);
    expect(existsSync(join(home, "zhengwen.sqlite"))).toBe(true);
    expect(statSync(home).mode & 0o777).toBe(0o700);
  });

  it("is opened again with what it holds", () => {
    const home = temporaryFolder();
    const store = openStore(home);
    const made = tables(store);
    store.sqlite.prepare("UPDATE offices SET name = '木棉街道办事处'").run();
    store.close();
    const again = temporaryStore(home);
    expect(tables(again)).toEqual(made);
    expect(again.sqlite.prepare("SELECT name FROM offices").pluck().all()).toEqual(["木棉街道办事处"]);
  });

  it("that is a file cannot be used, and nothing is made of it", () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "家"), "一封信");
    expect(() => openStore(join(folder, "家"))).toThrow(expect.objectContaining({ code: "home_unusable" }));
    expect(readdirSync(folder)).toEqual(["家"]);
    expect(readFileSync(join(folder, "家"), "utf8")).toBe("一封信");
  });

  it("below a file cannot be used, and nothing is made", () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "信"), "一封信");
    expect(() => openStore(join(folder, "信", "家"))).toThrow(expect.objectContaining({ code: "home_unusable" }));
    expect(readdirSync(folder)).toEqual(["信"]);
  });

  it("says how to choose another one when it cannot be used", () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "家"), "");
    expect(() => openStore(join(folder, "家"))).toThrow(/ZHENGWEN_HOME/);
  });

  it.each(["not a database at all, though long enough to be one".repeat(100), undefined])(
    "whose database is none of ours is told",
    (content) => {
      const home = temporaryFolder();
      if (content === undefined) mkdirSync(join(home, "zhengwen.sqlite"));
      else writeFileSync(join(home, "zhengwen.sqlite"), content);
      expect(() => openStore(home)).toThrow(expect.objectContaining({ code: "store_unusable" }));
    },
  );

  it("may be opened by several processes at once when it is new", async () => {
    const home = join(temporaryFolder(), "家");
    const codes = await Promise.all(Array.from({ length: 3 }, () => openInProcess(home)));
    expect(codes).toEqual(["0", "0", "0"]);
    expect(pragma(temporaryStore(home), "integrity_check")).toBe("ok");
  });
});

describe("an open store", () => {
  it("has what it acknowledged on disk: WAL, synchronous FULL", () => {
    const store = temporaryStore();
    expect([pragma(store, "journal_mode"), pragma(store, "synchronous")]).toEqual(["wal", 2]);
  });

  it("holds foreign keys", () => {
    const { sqlite } = temporaryStore();
    expect(() => sqlite.prepare("INSERT INTO chunks (version_id, position, start, text) VALUES (4711, 0, 0, '')").run()).toThrow(
      /FOREIGN KEY/,
    );
  });

  it.each([
    ["audit_log", "INSERT INTO audit_log (at, actor, action, subject) VALUES (?, 'a', 'b', 'c')"],
    ["request_events", "INSERT INTO request_events (request_id, at, actor, event, detail) VALUES (1, ?, 'a', 'filed', '{}')"],
    ["consultation_notes", "INSERT INTO consultation_notes (consultation_id, at, actor, text) VALUES (1, ?, 'a', 'b')"],
  ])("lets nobody change or delete a row of %s", (table, insert) => {
    const { sqlite } = temporaryStore();
    sqlite.pragma("foreign_keys = OFF");
    sqlite.prepare(insert).run(at);
    expect(() => sqlite.prepare(`UPDATE ${table} SET at = ''`).run()).toThrow(/append-only/);
    expect(() => sqlite.prepare(`DELETE FROM ${table}`).run()).toThrow(/append-only/);
  });

  it("undoes a transaction that fails, with what it was part of", () => {
    const store = temporaryStore();
    const insert = store.sqlite.prepare("INSERT INTO audit_log (at, actor, action, subject) VALUES (?, 'a', 'b', 'c')");
    const work = () => {
      insert.run(at);
      store.transaction(() => insert.run(at));
      throw new Error("stop");
    };
    expect(() => store.transaction(work)).toThrow("stop");
    expect(store.sqlite.prepare("SELECT count(*) FROM audit_log").pluck().get()).toBe(0);
  });

  it("gives back what a transaction gives", () => {
    expect(temporaryStore().transaction(() => 7)).toBe(7);
  });
});

/** Opens and closes a home in a process of its own; gives its exit code with what it complained of. */
function openInProcess(home: string): Promise<string> {
  const module = fileURLToPath(new URL("../../src/store/open.ts", import.meta.url));
  const script = `import { openStore } from ${JSON.stringify(module)}; openStore(${JSON.stringify(home)}).close();`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
    cwd: fileURLToPath(new URL("../..", import.meta.url)),
    stdio: ["ignore", "ignore", "pipe"],
  });
  let complaint = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (complaint += text));
  return new Promise((resolve, reject) => child.once("error", reject).once("close", (code) => resolve(`${code}${complaint}`)));
}
