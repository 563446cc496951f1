import type { AddressInfo } from "node:net";
import { AxeBuilder } from "@axe-core/playwright";
import { type ServerType, serve } from "@hono/node-server";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { addDocument, fakeWeb } from "../channels/web/fake-services.js";
import { launch, noBrowser } from "./browser.js";

const law =
  "# 广东省人口与计划生育条例\n\n## 第二章 生育调节\n\n第十七条 夫妻有计划生育的义务。\n\n第十八条 一对夫妻可以生育三个子女。\n\n再婚夫妻再婚后可以生育三个子女。\n\n| 事项 | 期限 |\n|---|---|\n| 登记 | 当场 |\n";
const phone = { width: 360, height: 740 };
const desk = { width: 1440, height: 900 };

describe.skipIf(noBrowser())("the chat page in a browser", () => {
  let web: ReturnType<typeof fakeWeb>;
  let server: ServerType;
  let browser: Browser;
  let origin: string;
  let versionId: number;
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    web = fakeWeb({ perConversation: 1_000, perAddress: 1_000, answerWithinMs: 500 });
    ({ versionId } = addDocument(web.store, "地方/广东省人口与计划生育条例.md", law, {
      articles: ["第十七条", "第十八条"],
      issuer: "广东省人大常委会",
    }));
    server = await new Promise((resolve) => {
      const started: ServerType = serve({ fetch: web.app.fetch, port: 0, hostname: "127.0.0.1" }, () => resolve(started));
    });
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await launch();
  });
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
    web?.close();
  });

  const open = async (options: BrowserContextOptions = {}, path = "/"): Promise<Page> => {
    const context = await browser.newContext({ viewport: desk, reducedMotion: "reduce", ...options });
    contexts.push(context);
    const page = await context.newPage();
    page.on("pageerror", (error) => expect.fail(`script: ${error.message}`));
    await page.goto(origin + path);
    return page;
  };
  const ask = async (page: Page, text: string) => {
    const before = await page.locator(".reply").count();
    await page.getByLabel("您的问题").fill(text);
    await page.getByRole("button", { name: "发送" }).click();
    await page.locator(".reply").nth(before).waitFor();
  };
  const expectAccessible = async (page: Page) => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    const grave = violations.filter((each) => each.impact === "serious" || each.impact === "critical");
    expect(grave.map((each) => `${each.id}: ${each.nodes.map((node) => node.target).join(" ")}`)).toEqual([]);
  };
  const expectNoSidewaysScroll = async (page: Page) => {
    expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
  };
  const shot = async (page: Page, name: string) => {
    const folder = process.env["SHOTS"];
    if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
  };

  for (const [name, viewport] of [
    ["360", phone],
    ["1440", desk],
  ] as const) {
    for (const colorScheme of ["light", "dark"] as const) {
      it(`is accessible and fits at ${name} px, ${colorScheme}: welcome, answer, choices, receipt`, async () => {
        const page = await open({ viewport, colorScheme });
        await shot(page, `${name}-${colorScheme}-1-welcome`);
        await expectAccessible(page);
        await ask(page, "我们是再婚，以前各有一个孩子，还能再生吗？");
        await page.getByRole("button", { name: "不对" }).click();
        await page.getByText("已记下").waitFor();
        await page.locator(".sources summary").first().click();
        await shot(page, `${name}-${colorScheme}-2-answer`);
        await expectAccessible(page);
        await expectNoSidewaysScroll(page);
        await ask(page, "我要投诉楼上装修");
        await shot(page, `${name}-${colorScheme}-3-choices`);
        await page.getByRole("button", { name: "确认登记" }).click();
        await page.locator(".receipt").waitFor();
        await shot(page, `${name}-${colorScheme}-4-receipt`);
        await expectAccessible(page);
        await expectNoSidewaysScroll(page);
      });
    }

    it(`shows the cited article of the document at ${name} px`, async () => {
      const page = await open({ viewport });
      await ask(page, "再婚能生吗");
      await page.locator("a.mark").first().click();
      await page.getByRole("link", { name: "看原文" }).first().click();
      await page.waitForURL(`**/documents/${versionId}#*`);
      expect(await page.locator("section:target").textContent()).toContain("再婚夫妻再婚后");
      await shot(page, `${name}-5-document`);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await page.goBack();
      expect(await page.locator("#log .reply").count()).toBe(1);
    });
  }

  it("is used with the keyboard alone", async () => {
    const page = await open();
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.textContent.trim()")).toBe("跳到正文");
    const boxFocused = () => page.evaluate<boolean>("document.activeElement.id === 'text'");
    for (let i = 0; i < 20 && !(await boxFocused()); i++) await page.keyboard.press("Tab");
    await page.keyboard.type("第一行");
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.type("再婚能生吗");
    await page.keyboard.press("Enter");
    await page.locator(".reply").waitFor();
    expect(web.received.at(-1)?.text).toBe("第一行\n再婚能生吗");
    expect(await boxFocused()).toBe(true);
    await page.locator("a.mark").first().focus();
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.closest('details').open")).toBe(true);
    await page.getByRole("button", { name: "有用" }).focus();
    await page.keyboard.press("Enter");
    await page.getByText("已记下").waitFor();
  });

  it("does not send while an input method is composing", async () => {
    const page = await open();
    const before = web.received.length;
    await page.getByLabel("您的问题").fill("zaihun");
    await page.getByLabel("您的问题").dispatchEvent("keydown", { key: "Enter", isComposing: true });
    expect(web.received.length).toBe(before);
  });

  it("moves the focus to the reply after a choice, and retires the choices", async () => {
    const page = await open();
    await page.getByRole("button", { name: "我要投诉" }).click();
    await page.getByRole("button", { name: "确认登记" }).click();
    await page.locator(".receipt").waitFor();
    expect(await page.evaluate("document.activeElement.querySelector('.receipt') !== null")).toBe(true);
    expect(await page.getByRole("button", { name: "先不登记" }).isDisabled()).toBe(true);
    expect(web.received.at(-1)).toMatchObject({ choice: "confirm", text: "确认登记" });
  });

  it("copies the receipt", async () => {
    const page = await open({ permissions: ["clipboard-read", "clipboard-write"] });
    await page.getByRole("button", { name: "我要投诉" }).click();
    await page.getByRole("button", { name: "确认登记" }).click();
    await page.getByRole("button", { name: "复制回执" }).click();
    await page.getByText("已复制", { exact: true }).waitFor();
    expect(await page.evaluate("navigator.clipboard.readText()")).toContain("查询码 7K2M-9QXD");
  });

  it("keeps the conversation when the page is left, until it is begun anew", async () => {
    const page = await open();
    await ask(page, "再婚能生吗");
    const conversation = web.received.at(-1)?.conversation;
    expect(conversation).toMatch(/^[\w-]{22,}$/);
    await page.reload();
    expect(await page.locator(".reply").count()).toBe(1);
    await ask(page, "再问一句");
    expect(web.received.at(-1)?.conversation).toBe(conversation);
    await page.getByRole("link", { name: "重新开始" }).click();
    await page.waitForLoadState();
    expect(await page.locator(".reply").count()).toBe(0);
    await ask(page, "又问");
    expect(web.received.at(-1)?.conversation).not.toBe(conversation);
  });

  it("offers to try again when offline, and then sends the message once", async () => {
    const page = await open();
    const before = web.received.length;
    await page.context().setOffline(true);
    await page.getByLabel("您的问题").fill("再婚能生吗");
    await page.keyboard.press("Enter");
    await page.getByText("网络断开了").waitFor();
    await shot(page, "1440-6-offline");
    await expectAccessible(page);
    await page.context().setOffline(false);
    await page.getByRole("button", { name: "重试" }).click();
    await page.locator(".reply").waitFor();
    expect(web.received.length).toBe(before + 1);
    expect(await page.locator(".question").count()).toBe(1);
    expect(await page.locator(".failure").count()).toBe(0);
  });

  it("never puts what was written into an address", async () => {
    const page = await open();
    const addresses: string[] = [];
    page.on("request", (request) => addresses.push(decodeURIComponent(request.url())));
    await ask(page, "再婚能生吗");
    await page.getByLabel("受理编号").fill("TS-2026-000001");
    await page.getByLabel("查询码").fill("7K2M-9QXD");
    await page.getByRole("button", { name: "查询" }).click();
    await page.getByText("楼上装修太吵").waitFor();
    await shot(page, "1440-7-status");
    await expectAccessible(page);
    expect(addresses.join("\n")).not.toMatch(/再婚|7K2M|TS-2026/);
  });

  it("works without script", async () => {
    const page = await open({ javaScriptEnabled: false, viewport: phone });
    await page.getByLabel("您的问题").fill("我要投诉楼上装修");
    await page.getByRole("button", { name: "发送" }).click();
    await page.getByText("听起来是要投诉").waitFor();
    const first = web.received.at(-1);
    await page.getByRole("button", { name: "确认登记" }).click();
    await page.getByText("TS-2026-000001", { exact: true }).waitFor();
    await shot(page, "360-8-no-script");
    expect(web.received.at(-1)).toMatchObject({ conversation: first?.conversation, choice: "confirm" });
    await page.getByRole("button", { name: "有用" }).click();
    await page.getByText("您的评价已经记下").waitFor();
  });
});
