import { beforeEach, describe, expect, it } from "vitest";
import { findCuratedAnswer } from "../../src/store/curated-answers.js";
import { staff } from "../../src/store/schema/index.js";
import { curatedStreet, stallDraft, stallRule } from "../fixtures/curated.js";
import { indexed } from "../fixtures/retrieval.js";
import { name, openConsole, signedIn, type Visitor } from "./open-console.js";

describe("the console's page of curated answers", () => {
  let street: Awaited<ReturnType<typeof curatedStreet>>;
  let visitor: Visitor;
  let id: number;
  beforeEach(async () => {
    street = await curatedStreet();
    id = street.desk.add(stallDraft, "李经办");
    visitor = await signedIn(openConsole(street.store, false, street.desk), street.store);
  });
  const page = async (query = "") => (await visitor.get(`/curated${query}`)).text();
  const signedInAs = (role: "reader" | "handler" | "head" | "admin") => street.store.rows.update(staff).set({ role }).run();
  const state = () => findCuratedAnswer(street.store, id)?.standing.state;

  it("shows question, answer, quote and hits, and lets a second person publish", async () => {
    id = street.desk.add({ ...stallDraft, question: "便民摊位申请手续是什么" }, "王主任");
    const html = await page();
    for (const part of ["便民摊位申请手续是什么", "请带身份证和居住证明", "第二条", "答复过 0 次", "审核通过并发布"])
      expect(html).toContain(part);
    expect((await visitor.post(`/curated/${id}/approve`, {})).headers.get("location")).toBe(`/console/curated#curated-${id}`);
    expect(findCuratedAnswer(street.store, id)?.standing).toMatchObject({ state: "published", approvedBy: name });
  });

  it("offers no publishing to its author, and refuses it", async () => {
    expect(await page()).not.toContain("审核通过并发布");
    const answer = await visitor.post(`/curated/${id}/approve`, {});
    expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining("另一个人审核")]);
    expect(state()).toBe("draft");
  });

  it("offers nothing to a reader, and refuses it", async () => {
    await page();
    signedInAs("reader");
    expect(await page()).not.toMatch(/审核通过并发布|撤下的原因/);
    await visitor.get("/consultations");
    expect((await visitor.post(`/curated/${id}/withdraw`, { because: "试试" })).status).toBe(403);
    expect(state()).toBe("draft");
  });

  it("takes an answer away with a reason", async () => {
    await page();
    expect((await visitor.post(`/curated/${id}/withdraw`, { because: "" })).status).toBe(403);
    await visitor.post(`/curated/${id}/withdraw`, { because: "摊位搬了" });
    expect(await page("?state=withdrawn")).toContain("摊位搬了");
    expect(await page("?state=published")).toContain("没有符合条件的精选问答");
  });

  it("shows what went stale first, with the reason, and counts it on the first page", async () => {
    street.desk.approve(id, "王主任");
    street.desk.add({ ...stallDraft, question: "另一条还没有审核的问题" }, "李经办");
    await street.publish({ "摊位.md": stallRule(["第二条 申请摊位的，应当登记。"]) });
    await indexed(street.store);
    await street.retrieval.refresh();
    street.desk.sweep();
    const html = await page();
    expect(html).toContain("《木棉街道便民摊位管理规定》第二条的原文变了；2026-11-23 起自动停用。");
    expect(html.indexOf(stallDraft.question)).toBeLessThan(html.indexOf("另一条还没有审核的问题"));
    expect(await (await visitor.get("")).text()).toContain("精选问答依据变了");
  });

  it("knows no answer that nobody wrote", async () => {
    await page();
    expect((await visitor.post("/curated/99/approve", {})).status).toBe(404);
  });
});
