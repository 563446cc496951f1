import { beforeEach, describe, expect, it } from "vitest";
import type { Store } from "../../src/store/open.js";
import { auditLog, consultationNotes, requestEvents } from "../../src/store/schema/index.js";
import { addRequest, addTurn, fillDesk } from "../fixtures/desk.js";
import { temporaryStore } from "../fixtures/home.js";
import { name, openConsole, type Site, signedIn, type Visitor } from "./open-console.js";

/** What a reader sees: without tags, white space drawn together. */
const words = (html: string) =>
  html
    .replaceAll(/<(style|title)[^>]*>.*?<\/\1>/gs, "")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ");
const lastAction = (store: Store) => store.rows.select().from(auditLog).all().at(-1);
/** The numbers of the links in a list, in order. */
const listed = (html: string, kind: string) =>
  [...html.matchAll(new RegExp(`<td[^>]*main[^>]*><div><a href="/console/${kind}/(\\d+)"`, "g"))].map((match) => Number(match[1]));

describe("the pages of the console", () => {
  let store: Store;
  let site: Site;
  let desk: ReturnType<typeof fillDesk>;
  let staff: Visitor;

  beforeEach(async () => {
    store = temporaryStore();
    desk = fillDesk(store);
    site = openConsole(store);
    staff = await signedIn(site, store);
  });
  const page = async (path: string) => (await staff.get(path)).text();

  it("counts today's work and lists uncertain deliveries", async () => {
    const html = await page("");
    const seen = words(html);
    for (const figure of ["4 今天的咨询", "2 今天未答复", "6 在办事项", "1 今天到期", "1 已逾期", "1 没有送达", "1 不知是否送达"])
      expect(seen).toContain(figure);
    expect(listed(html, "consultations")).toEqual([desk.broken.id + 1, desk.broken.id]);
  });

  it("counts nothing on an empty desk", async () => {
    const empty = temporaryStore();
    const html = await (await (await signedIn(openConsole(empty), empty)).get("")).text();
    expect(words(html)).toContain("0 今天的咨询");
    expect(html).not.toContain("alarming");
  });

  describe("consultations", () => {
    it("are listed newest first, masked", async () => {
      const html = await page("/consultations");
      expect(listed(html, "consultations")).toEqual([5, 4, 3, 2, 1]);
      expect(html).toContain("我叫〔姓名〕，再婚还能再生吗？");
      expect(html).not.toContain("王小明");
      expect(words(html)).toContain("木棉街道 网页 今天 09:20");
      expect(words(html)).toContain("评价：不对");
    });

    it("are shown without an answer only, or of one outcome", async () => {
      expect(listed(await page("/consultations?outcome=unanswered"), "consultations")).toEqual([4, 3]);
      expect(listed(await page("/consultations?outcome=failed"), "consultations")).toEqual([4]);
      expect(listed(await page("/consultations?outcome=refused"), "consultations")).toEqual([]);
      expect(listed(await page("/consultations?outcome=nonsense&from=nonsense"), "consultations")).toHaveLength(5);
    });

    it("are paged without losing or repeating one", async () => {
      for (let n = 0; n < 70; n++)
        addTurn(store, { asked: `问题 ${n}`, outcome: n % 3 === 0 ? "unanswered_out_of_place" : "unanswered_no_source" });
      const seen: number[] = [];
      for (let path = "/consultations?outcome=unanswered"; path !== ""; ) {
        const html = await page(path);
        seen.push(...listed(html, "consultations"));
        path = /<a rel="next" href="\/console([^"]+)"/.exec(html)?.[1]?.replaceAll("&amp;", "&") ?? "";
      }
      expect(seen).toHaveLength(72);
      expect(seen).toEqual([...new Set(seen)].sort((a, b) => b - a));
    });

    it("show conversation, reply, quotes, confidence, steps and feedback; a look is audited", async () => {
      const seen = words(await page(`/consultations/${desk.answered.id}`));
      for (const part of [
        "我叫王小明，再婚还能再生吗？",
        "街道游泳馆几点开门？",
        "再婚夫妻再婚后可以生育三个子女。",
        "第十八条 现行有效",
        "《三孩与再生育政策解读》 已有新版本",
        "82%",
        "检索 12 hits 4.4",
        "a_step_without_a_word",
        "合计 6.1",
        "不对",
        "我问的是湖南",
        "2021-12-01 起施行",
        "依据：《中华人民共和国人口与计划生育法》第十八条",
      ]) {
        expect(seen).toContain(part);
      }
      expect(lastAction(store)).toMatchObject({ actor: name, action: "consultation_viewed", subject: `consultation ${desk.answered.id}` });
      expect((await staff.get("/consultations/999")).status).toBe(404);
    });

    it("show no more than ten turns before and after", async () => {
      const turns = Array.from({ length: 40 }, (_, index) => addTurn(store, { asked: `第${index}句`, conversation: "long" }));
      const html = await page(`/consultations/${turns[20]?.id}`);
      expect([...html.matchAll(/第(\d+)句<\/p>/g)].map((match) => Number(match[1]))).toEqual(
        Array.from({ length: 21 }, (_, index) => index + 10),
      );
    });

    it("take notes, which stay as they were written", async () => {
      const path = `/consultations/${desk.unanswered.id}`;
      await page(path);
      const answer = await staff.post(`${path}/notes`, { text: "  已请文体站补充开放时间。\r\n<b>下周</b>  " });
      expect(answer.headers.get("location")).toBe(`/console${path}#notes`);
      expect(lastAction(store)).toMatchObject({
        actor: name,
        action: "consultation_noted",
        subject: `consultation ${desk.unanswered.id}`,
        detail: {},
      });
      const html = await page(path);
      expect(html).toContain("已请文体站补充开放时间。\n&lt;b&gt;下周&lt;/b&gt;");
      expect(() => store.rows.update(consultationNotes).set({ text: "" }).run()).toThrow();
      expect(() => store.rows.delete(consultationNotes).run()).toThrow();
    });

    it("refuse an empty note and one that is too long, which is kept in the field", async () => {
      const path = `/consultations/${desk.unanswered.id}`;
      await page(path);
      expect(words(await (await staff.post(`${path}/notes`, { text: "  " })).text())).toContain("请先写备注。");
      const long = await staff.post(`${path}/notes`, { text: "长".repeat(2_001) });
      expect(long.status).toBe(422);
      expect(await long.text()).toContain("长".repeat(2_001));
      expect((await staff.post("/consultations/999/notes", { text: "备注" })).status).toBe(404);
    });
  });

  describe("requests", () => {
    it("are listed by due date, overdue first, those whose term does not run last", async () => {
      const { overdue, today, soon, later, paused, open, closed } = desk.requests;
      const html = await page("/requests");
      expect(listed(html, "requests")).toEqual([overdue, today, soon, later, open, paused]);
      const seen = words(html);
      for (const left of [
        "不计时 2026-11-10",
        "逾期 3 天 2026-11-20",
        "还有 4 小时 2026-11-23 14:00",
        "还有 2 天",
        "还有 25 天",
        "期限未定",
      ])
        expect(seen).toContain(left);
      expect(listed(await page("/requests?state=finished"), "requests")).toEqual([closed]);
      expect(listed(await page("/requests?state=all"), "requests")).toHaveLength(7);
    });

    it("are filtered by type and state", async () => {
      const { later, paused, soon } = desk.requests;
      expect(listed(await page("/requests?type=disclosure"), "requests")).toEqual([later, paused]);
      expect(listed(await page("/requests?type=disclosure&state=in_correction"), "requests")).toEqual([paused]);
      expect(listed(await page("/requests?state=in_progress"), "requests")).toEqual([soon]);
    });

    for (const [state, count] of [
      ["", 76],
      ["all", 77],
    ] as const) {
      it(`are paged without losing or repeating one: ${state || "open"}`, async () => {
        for (let n = 0; n < 70; n++) addRequest(store, { conversationId: desk.unanswered.conversationId });
        const seen: number[] = [];
        for (let path = `/requests?state=${state}`; path !== ""; ) {
          const html = await page(path);
          seen.push(...listed(html, "requests"));
          path = /<a rel="next" href="\/console([^"]+)"/.exec(html)?.[1]?.replaceAll("&amp;", "&") ?? "";
        }
        expect(seen).toHaveLength(count);
        expect(new Set(seen).size).toBe(count);
      });
    }

    it("explain their date day by day and show what happened; a look is audited", async () => {
      const seen = words(await page(`/requests/${desk.requests.later}`));
      for (const part of [
        "YSQ-2026-000001",
        "申请公开街道游泳馆的开放时间。",
        "城乡建设 › 噪声扰民",
        "木棉大道8号",
        "依据： 《木棉街道群众诉求办理规则》",
        "19 天计入，6 天不计",
        "11-24 周二 第 1 天 工作日",
        "11-28 周六 不计 周末",
        "提交申请 今天 09:00 居民",
        "街道游泳馆几点开门？",
      ]) {
        expect(seen).toContain(part);
      }
      expect(lastAction(store)).toMatchObject({ actor: name, action: "request_viewed", subject: "YSQ-2026-000001" });
      expect((await staff.get("/requests/999")).status).toBe(404);
    });

    it("say so when no date could be counted", async () => {
      expect(words(await page(`/requests/${desk.requests.open}`))).toContain("没有期限的记录");
    });

    it("take notes as events", async () => {
      const path = `/requests/${desk.requests.overdue}`;
      await page(path);
      expect((await staff.post(`${path}/notes`, { text: "已电话联系居民。" })).headers.get("location")).toBe(`/console${path}#notes`);
      expect(store.rows.select().from(requestEvents).all().at(-1)).toMatchObject({
        actor: name,
        event: "note",
        detail: { text: "已电话联系居民。" },
      });
      expect(lastAction(store)).toMatchObject({ actor: name, action: "request_noted", detail: {} });
      expect(words(await page(path))).toContain("已电话联系居民。");
      expect((await staff.post(`${path}/notes`, { text: "" })).status).toBe(422);
    });
  });

  it("shows none of the hashes that the store keeps", async () => {
    for (const path of ["", "/consultations", "/consultations/1", "/requests", "/requests/1"]) {
      expect(await page(path)).not.toMatch(/0{64}|argon2/);
    }
    expect(site.failures).toEqual([]);
  });
});
