import { describe, expect, it } from "vitest";
import { routes } from "../../src/console/routes.js";
import { fillDesk } from "../fixtures/desk.js";
import { temporaryStore } from "../fixtures/home.js";
import { openConsole, signedIn, visitor } from "./open-console.js";

const addressOf = (path: string) => path.replace(/:id\{[^}]*\}+/, "1").replace(/^\/$/, "");

describe("the route table", () => {
  it("names each route once", () => {
    const named = routes.map((route) => `${route.method} ${route.path}`);
    expect(new Set(named).size).toBe(named.length);
  });

  it("lets nobody past the door without signing in", () => {
    const open = routes.filter((route) => route.role === "anyone").map((route) => `${route.method} ${route.path}`);
    expect(open).toEqual(["get /console.css", "get /first-password", "post /first-password", "get /sign-in", "post /sign-in"]);
  });

  for (const route of routes.filter((each) => each.role !== "anyone")) {
    it(`${route.method} ${route.path}: without a session to the door`, async () => {
      const store = temporaryStore();
      fillDesk(store);
      const { app } = openConsole(store);
      const answer = await app.request(`/console${addressOf(route.path)}`, { method: route.method });
      expect([answer.status, answer.headers.get("location")]).toEqual([303, "/console/sign-in"]);
      expect(await answer.text()).toBe("");
    });
  }

  for (const route of routes.filter((each) => each.method === "post")) {
    it(`post ${route.path}: refused without the form's token, and nothing is written`, async () => {
      const store = temporaryStore();
      fillDesk(store);
      const site = openConsole(store);
      const someone = route.role === "anyone" ? visitor(site) : await signedIn(site, store);
      const written = () => store.sqlite.prepare("SELECT count(*) FROM audit_log").pluck().get();
      const before = written();
      const fields = { text: "备注", name: "x", password: "y", secret: "z" };
      expect((await someone.post(addressOf(route.path), fields, "")).status).toBe(403);
      expect((await someone.post(addressOf(route.path), fields, "a-token-of-another-session")).status).toBe(403);
      expect(written()).toBe(before);
    });
  }

  it("answers every page with the security headers and keeps it out of caches", async () => {
    const store = temporaryStore();
    fillDesk(store);
    const site = openConsole(store);
    const staff = await signedIn(site, store);
    for (const route of routes.filter((each) => each.method === "get" && each.path !== "/console.css")) {
      const answer = await staff.get(addressOf(route.path));
      expect(answer.headers.get("content-security-policy"), route.path).toContain("default-src 'none'; style-src 'self'");
      expect(answer.headers.get("content-security-policy")).not.toMatch(/script-src|unsafe/);
      expect(answer.headers.get("cache-control"), route.path).toBe("no-store");
      expect(answer.headers.get("x-frame-options")).toBe("DENY");
      expect(await answer.text()).not.toMatch(/<script|style="|onclick/);
    }
  });

  it("says so when there is no such page", async () => {
    const store = temporaryStore();
    const { app } = openConsole(store);
    const answer = await app.request("/console/nothing-here");
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain("没有找到");
    expect((await app.request("/console/")).headers.get("location")).toBe("/console");
  });

  it("serves the style with a tag, once", async () => {
    const { app } = openConsole(temporaryStore());
    const first = await app.request("/console/console.css");
    expect(first.headers.get("content-type")).toBe("text/css; charset=utf-8");
    const again = await app.request("/console/console.css", { headers: { "if-none-match": first.headers.get("etag") ?? "" } });
    expect([first.status, again.status]).toEqual([200, 304]);
  });

  it("takes no body of more than 64 KiB", async () => {
    const store = temporaryStore();
    const site = openConsole(store);
    const staff = await signedIn(site, store);
    expect((await staff.post("/consultations/1/notes", { text: "长".repeat(30_000) })).status).toBe(413);
  });
});
