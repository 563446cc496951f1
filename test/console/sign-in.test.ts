import { describe, expect, it } from "vitest";
import { ensureAdminSecret } from "../../src/console/index.js";
import type { Store } from "../../src/store/open.js";
import { auditLog, settings, staff, staffSessions } from "../../src/store/schema/index.js";
import { temporaryStore } from "../fixtures/home.js";
import { name, openConsole, password, signedIn, visitor } from "./open-console.js";

const actions = (store: Store) =>
  store.rows
    .select({ actor: auditLog.actor, action: auditLog.action })
    .from(auditLog)
    .all()
    .map((entry) => `${entry.actor} ${entry.action}`);

describe("the one-time secret", () => {
  it("is new at each start while unused, and only its hash is stored", () => {
    const store = temporaryStore();
    const { clock } = openConsole(store);
    const first = ensureAdminSecret(store, clock).secret ?? "";
    const second = ensureAdminSecret(store, clock).secret ?? "";
    expect(first).toMatch(/^([2-9A-HJ-NP-Z]{5}-){4}[2-9A-HJ-NP-Z]{5}$/);
    expect(second).not.toBe(first);
    const stored = JSON.stringify([store.rows.select().from(settings).all(), store.rows.select().from(auditLog).all()]);
    expect(stored).not.toContain(second.slice(0, 5));
    expect(store.rows.select().from(settings).all()).toHaveLength(1);
  });

  it("leads to a name and a password, and is void afterwards", async () => {
    const store = temporaryStore();
    const site = openConsole(store);
    const { secret } = ensureAdminSecret(store, site.clock);
    const someone = visitor(site);
    expect((await someone.get("/sign-in")).headers.get("location")).toBe("/console/first-password");
    await someone.get("/first-password");
    const sent = { secret: (secret ?? "").toLowerCase().replaceAll("-", " "), name, password, again: password };
    expect((await someone.post("/first-password", sent)).headers.get("location")).toBe("/console");
    expect((await someone.get("")).status).toBe(200);
    const [member] = store.rows.select().from(staff).all();
    expect(member).toMatchObject({ name, role: "admin" });
    expect(member?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(ensureAdminSecret(store, site.clock)).toEqual({ secret: null });
    const other = visitor(site);
    expect((await other.get("/first-password")).headers.get("location")).toBe("/console/sign-in");
    await other.get("/sign-in");
    expect((await other.post("/first-password", { ...sent, name: "另一个" })).headers.get("location")).toBe("/console/sign-in");
    expect(store.rows.select().from(staff).all()).toHaveLength(1);
  });

  it("of an earlier start is refused", async () => {
    const store = temporaryStore();
    const site = openConsole(store);
    const { secret } = ensureAdminSecret(store, site.clock);
    ensureAdminSecret(store, site.clock);
    const someone = visitor(site);
    await someone.get("/first-password");
    expect((await someone.post("/first-password", { secret: secret ?? "", name, password, again: password })).status).toBe(401);
    expect(store.rows.select().from(staff).all()).toEqual([]);
  });

  it("asks for ten characters, twice the same, and a name", async () => {
    const store = temporaryStore();
    const site = openConsole(store);
    const secret = ensureAdminSecret(store, site.clock).secret ?? "";
    const someone = visitor(site);
    await someone.get("/first-password");
    const problemOf = async (fields: Record<string, string>) => {
      const answer = await someone.post("/first-password", { secret, name, password, again: password, ...fields });
      expect(answer.status).toBe(422);
      return answer.text();
    };
    expect(await problemOf({ password: "123456789", again: "123456789" })).toContain("密码至少 10 个字符");
    expect(await problemOf({ again: `${password}!` })).toContain("两次输入的密码不一样");
    expect(await problemOf({ name: "  " })).toContain("请填写姓名");
    expect(
      (await someone.post("/first-password", { secret, name, password: "木棉花开了满街红彤彤", again: "木棉花开了满街红彤彤" })).status,
    ).toBe(303);
  });

  it("works once when two use it at the same moment", async () => {
    const store = temporaryStore();
    const site = openConsole(store);
    const secret = ensureAdminSecret(store, site.clock).secret ?? "";
    const two = [visitor(site), visitor(site)];
    for (const each of two) await each.get("/first-password");
    const answers = await Promise.all(
      two.map((each, index) => each.post("/first-password", { secret, name: `甲${index}`, password, again: password })),
    );
    expect(answers.map((answer) => answer.headers.get("location")).sort()).toEqual(["/console", "/console/sign-in"]);
    expect(store.rows.select().from(staff).all()).toHaveLength(1);
  });
});

describe("signing in", () => {
  it("keeps only the hash of the cookie's token, and the cookie is hard to steal", async () => {
    const store = temporaryStore();
    const site = openConsole(store, true);
    await signedIn(site, store);
    const someone = visitor(site);
    await someone.get("/sign-in");
    const answer = await someone.post("/sign-in", { name, password });
    const cookie = answer.headers.getSetCookie().find((each) => each.startsWith("zhengwen_session="));
    expect(cookie).toMatch(/; Max-Age=28800; Path=\/console; HttpOnly; Secure; SameSite=Strict$/);
    const token = someone.cookies.get("zhengwen_session") ?? "";
    expect(token).toMatch(/^[\w-]{43}$/);
    const stored = store.rows.select().from(staffSessions).all();
    expect(JSON.stringify(stored)).not.toContain(token);
    expect(stored[0]?.tokenHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it("gives an unknown name and a wrong password the same answer", async () => {
    const store = temporaryStore();
    const site = openConsole(store);
    await signedIn(site, store);
    const someone = visitor(site);
    await someone.get("/sign-in");
    const [wrongPassword, wrongName] = [
      await someone.post("/sign-in", { name, password: "wrong wrong wrong" }),
      await someone.post("/sign-in", { name: "没有此人", password }),
    ];
    expect([wrongPassword.status, wrongName.status]).toEqual([401, 401]);
    expect(await wrongPassword.text()).toBe(await wrongName.text());
    expect(actions(store).slice(-2)).toEqual([`${name} sign_in_failed`, "unknown sign_in_failed"]);
  });

  it("takes as long for an unknown name as for a wrong password", async () => {
    const store = temporaryStore();
    const site = openConsole(store);
    await signedIn(site, store);
    const someone = visitor(site);
    await someone.get("/sign-in");
    const timed = async (fields: Record<string, string>) => {
      const begun = performance.now();
      await someone.post("/sign-in", fields);
      return performance.now() - begun;
    };
    const known = [];
    const unknown = [];
    for (let round = 0; round < 4; round++) {
      known.push(await timed({ name, password: "wrong wrong wrong" }));
      unknown.push(await timed({ name: "没有此人", password: "wrong wrong wrong" }));
    }
    // an answer without the hash would take a hundredth of the time; the factor leaves room for a busy machine
    expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) / 4);
  });

  it("refuses after five failures for a name from one address, also with the right password", async () => {
    const store = temporaryStore();
    const site = openConsole(store);
    await signedIn(site, store);
    const someone = visitor(site);
    await someone.get("/sign-in");
    for (let round = 0; round < 5; round++)
      expect((await someone.post("/sign-in", { name, password: "wrong wrong wrong" })).status).toBe(401);
    const answer = await someone.post("/sign-in", { name, password });
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await someone.post("/sign-in", { name: "别人", password })).status).toBe(401);
  });

  it("counts no success as a failure", async () => {
    const store = temporaryStore();
    const site = openConsole(store);
    await signedIn(site, store);
    for (let round = 0; round < 7; round++) {
      const someone = visitor(site);
      await someone.get("/sign-in");
      expect((await someone.post("/sign-in", { name, password })).status).toBe(303);
    }
  });

  it("ends after eight hours", async () => {
    const store = temporaryStore();
    const site = openConsole(store);
    const begun = site.time.now.getTime();
    const someone = await signedIn(site, store);
    site.time.now = new Date(begun + 8 * 3_600_000 - 1_000);
    expect((await someone.get("")).status).toBe(200);
    site.time.now = new Date(begun + 8 * 3_600_000 + 1_000);
    expect((await someone.get("")).headers.get("location")).toBe("/console/sign-in");
  });

  it("ends by signing out, for the cookie's copy as well", async () => {
    const store = temporaryStore();
    const site = openConsole(store);
    const someone = await signedIn(site, store);
    const copy = visitor(site);
    for (const [key, value] of someone.cookies) copy.cookies.set(key, value);
    await someone.get("");
    expect((await someone.post("/sign-out", {})).headers.get("location")).toBe("/console/sign-in");
    expect((await copy.get("")).headers.get("location")).toBe("/console/sign-in");
    expect(actions(store)).toEqual(["system admin_secret_made", `${name} password_set`, `${name} signed_in`, `${name} signed_out`]);
  });

  it("does not hold up others while a password is checked", async () => {
    const store = temporaryStore();
    const site = openConsole(store);
    await signedIn(site, store);
    const someone = visitor(site);
    await someone.get("/sign-in");
    let ticks = 0;
    const timer = setInterval(() => ticks++, 1);
    await someone.post("/sign-in", { name, password });
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(1);
  });
});
