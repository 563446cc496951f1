import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { type ServerType, serve } from "@hono/node-server";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { ensureAdminSecret } from "../../src/console/index.js";
import { openStore, type Store } from "../../src/store/open.js";
import { name, openConsole, password, signedIn, visitor } from "../console/open-console.js";
import { fillDesk } from "../fixtures/desk.js";
import { launch, noBrowser } from "./browser.js";

const phone = { width: 360, height: 740 };
const desk = { width: 1440, height: 900 };

describe.skipIf(noBrowser())("the console in a browser", () => {
  const homes: string[] = [];
  const stores: Store[] = [];
  const servers: ServerType[] = [];
  const contexts: BrowserContext[] = [];
  let browser: Browser;
  let site: ReturnType<typeof openConsole>;
  let store: Store;
  let origin: string;
  let ids: ReturnType<typeof fillDesk>;

  const newStore = () => {
    const home = mkdtempSync(join(tmpdir(), "zhengwen-test-"));
    homes.push(home);
    const opened = openStore(home);
    stores.push(opened);
    return opened;
  };
  const listen = async (served: ReturnType<typeof openConsole>) => {
    const server = await new Promise<ServerType>((resolve) => {
      const started: ServerType = serve({ fetch: served.app.fetch, port: 0, hostname: "127.0.0.1" }, () => resolve(started));
    });
    servers.push(server);
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };

  beforeAll(async () => {
    store = newStore();
    ids = fillDesk(store);
    site = openConsole(store);
    await signedIn(site, store);
    origin = await listen(site);
    browser = await launch();
  });
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
  });
  afterAll(async () => {
    await browser?.close();
    for (const server of servers) server.close();
    for (const each of stores) each.close();
    for (const home of homes) rmSync(home, { recursive: true, force: true });
  });

  const open = async (path: string, options: BrowserContextOptions = {}, at = origin): Promise<Page> => {
    const context = await browser.newContext({ viewport: desk, reducedMotion: "reduce", ...options });
    contexts.push(context);
    const page = await context.newPage();
    page.on("console", (message) => {
      if (/Content Security Policy/.test(message.text())) expect.fail(message.text());
    });
    await page.goto(at + path);
    return page;
  };
  /** A page of somebody who signed in without the browser, so that no test waits for another's form. */
  const openSignedIn = async (path: string, options: BrowserContextOptions = {}) => {
    const someone = visitor(site);
    await someone.get("/sign-in");
    await someone.post("/sign-in", { name, password });
    const context = await browser.newContext({ viewport: desk, reducedMotion: "reduce", ...options });
    contexts.push(context);
    await context.addCookies([...someone.cookies].map(([key, value]) => ({ name: key, value, domain: "127.0.0.1", path: "/console" })));
    const page = await context.newPage();
    await page.goto(origin + path);
    return page;
  };
  const expectAccessible = async (page: Page) => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.target).join(" ")}`)).toEqual([]);
  };
  const expectNoSidewaysScroll = async (page: Page) => {
    expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
  };
  const shot = async (page: Page, title: string) => {
    const folder = process.env["SHOTS"];
    if (folder) await page.screenshot({ path: `${folder}/${title}.png`, fullPage: true });
  };

  it("leads from the secret to the overview, and out again", async () => {
    const fresh = newStore();
    const empty = openConsole(fresh);
    const { secret } = ensureAdminSecret(fresh, empty.clock);
    const page = await open("/console", {}, await listen(empty));
    expect(new URL(page.url()).pathname).toBe("/console/first-password");
    await shot(page, "1440-first-password");
    await expectAccessible(page);
    await page.getByLabel("一次性口令").fill(secret ?? "");
    await page.getByLabel("姓名").fill(name);
    await page.getByLabel("密码", { exact: false }).first().fill(password);
    await page.getByLabel("再输一次密码").fill(password);
    await page.getByRole("button", { name: "设置密码并登录" }).click();
    await page.getByRole("heading", { name: "总览" }).waitFor();
    await page.getByRole("button", { name: "退出" }).click();
    await page.getByLabel("姓名").fill(name);
    await page.getByLabel("密码").fill("wrong wrong wrong");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").waitFor();
    await expectAccessible(page);
    await shot(page, "1440-wrong-password");
    await page.getByLabel("姓名").fill(name);
    await page.getByLabel("密码").fill(password);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "总览" }).waitFor();
  });

  for (const [width, viewport] of [
    ["360", phone],
    ["1440", desk],
  ] as const) {
    for (const colorScheme of ["light", "dark"] as const) {
      it(`is accessible and fits at ${width} px, ${colorScheme}`, async () => {
        const door = await open("/console/sign-in", { viewport, colorScheme });
        await expectAccessible(door);
        await expectNoSidewaysScroll(door);
        await shot(door, `${width}-${colorScheme}-0-sign-in`);
        const page = await openSignedIn("/console", { viewport, colorScheme });
        for (const [title, path] of [
          ["1-overview", "/console"],
          ["2-consultations", "/console/consultations"],
          ["3-consultation", `/console/consultations/${ids.answered.id}`],
          ["4-requests", "/console/requests"],
          ["5-request", `/console/requests/${ids.requests.later}`],
          ["6-nothing", "/console/requests?state=cancelled"],
          ["7-not-found", "/console/requests/999"],
        ] as const) {
          await page.goto(origin + path);
          await shot(page, `${width}-${colorScheme}-${title}`);
          await expectAccessible(page);
          await expectNoSidewaysScroll(page);
        }
      });
    }
  }

  it("shows a table as cards on a phone, each value with its name", async () => {
    const page = await openSignedIn("/console/requests", { viewport: phone });
    expect(await page.evaluate("getComputedStyle(document.querySelector('tbody tr')).display")).toBe("block");
    const label = "getComputedStyle(document.querySelector('td[data-label=种类]'), '::before').content";
    expect(await page.evaluate(label)).toContain("种类");
    expect(await page.getByRole("cell").count()).toBeGreaterThan(0);
  });

  it("is used with the keyboard: past the navigation, to a consultation, and a note is written", async () => {
    const page = await openSignedIn("/console/consultations?outcome=unanswered");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.textContent.trim()")).toBe("跳到正文");
    await page.getByRole("link", { name: "街道游泳馆几点开门？" }).focus();
    await page.keyboard.press("Enter");
    await page.getByLabel("添加备注").fill("已请文体站补充开放时间。");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForURL(/#notes$/);
    expect(await page.locator("#notes").textContent()).toContain("已请文体站补充开放时间。");
  });

  it("filters by a form, without script", async () => {
    const page = await openSignedIn("/console/requests", { javaScriptEnabled: false });
    await page.getByLabel("种类").selectOption("disclosure");
    await page.getByRole("button", { name: "筛选" }).click();
    await page.waitForURL(/type=disclosure/);
    expect(await page.locator("tbody tr").count()).toBe(2);
    await page.getByRole("link", { name: "全部" }).click();
    expect(await page.locator("tbody tr").count()).toBe(7);
  });
});
