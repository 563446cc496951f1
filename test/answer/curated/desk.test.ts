import { describe, expect, it } from "vitest";
import { openCuratedDesk } from "../../../src/answer/curated/desk.js";
import { findCuratedAnswer } from "../../../src/store/curated-answers.js";
import { auditLog, curatedAnswers } from "../../../src/store/schema/index.js";
import { curatedStreet, stallDraft, stallRule } from "../../fixtures/curated.js";
import { indexed } from "../../fixtures/retrieval.js";

type Street = Awaited<ReturnType<typeof curatedStreet>>;
const stateOf = ({ store }: Street, id: number) => findCuratedAnswer(store, id)?.standing.state;
const published = async () => {
  const street = await curatedStreet();
  const id = street.desk.add(stallDraft, "李经办");
  street.desk.approve(id, "王主任");
  return { ...street, id };
};
/** What the street publishes changes, and the new index answers. */
const republish = async (street: Street, rule: string) => {
  await street.publish({ "摊位.md": rule });
  await indexed(street.store);
  await street.retrieval.refresh();
};

describe("a curated answer", () => {
  it("is a draft until a second person approves it, and each step is audited", async () => {
    const street = await curatedStreet();
    const id = street.desk.add(stallDraft, "李经办");
    expect(stateOf(street, id)).toBe("draft");
    street.desk.approve(id, "王主任");
    expect(findCuratedAnswer(street.store, id)?.standing).toMatchObject({ state: "published", approvedBy: "王主任" });
    const acts = street.store.rows
      .select()
      .from(auditLog)
      .all()
      .filter(({ subject }) => subject === `curated ${id}`);
    expect(acts.map(({ actor, action }) => `${actor} ${action}`)).toEqual(["李经办 curated_added", "王主任 curated_published"]);
  });

  it("is not approved by who wrote it, whatever the role, nor by a handler or a stranger", async () => {
    const { desk } = await curatedStreet();
    const own = desk.add(stallDraft, "王主任");
    expect(() => desk.approve(own, "王主任")).toThrow("另一个人");
    expect(() => desk.approve(own, "李经办")).toThrow("不是负责人");
    expect(() => desk.approve(own, "路人")).toThrow("没有登记过");
  });

  it("is not written by a reader, and not approved twice", async () => {
    const { desk, id } = await published();
    expect(() => desk.add(stallDraft, "赵看看")).toThrow("不能写");
    expect(() => desk.approve(id, "王主任")).toThrow("已经发布");
  });

  it("is withdrawn with a reason, stays readable, and does not come back", async () => {
    const { desk, id, ...street } = await published();
    expect(() => desk.withdraw(id, "李经办", " ")).toThrow("原因");
    desk.withdraw(id, "李经办", "摊位搬了");
    expect(findCuratedAnswer(street.store, id)?.standing).toMatchObject({ state: "withdrawn", because: "摊位搬了" });
    expect(() => desk.approve(id, "王主任")).toThrow("已经撤下");
    expect(() => street.store.rows.delete(curatedAnswers).run()).toThrow("kept");
  });

  it("is unknown by a number that nobody gave", async () => {
    const { desk } = await curatedStreet();
    expect(() => desk.approve(9, "王主任")).toThrow("没有第 9 条");
  });
});

describe("when a new index comes", () => {
  it("stays published while the cited article says the same", async () => {
    const street = await published();
    await republish(
      street,
      stallRule(["第一条 摊位向所有居民开放。", "第二条 申请摊位的，应当提交身份证和居住证明，街道办在5个工作日内答复。"]),
    );
    expect(street.desk.sweep()).toEqual([]);
    expect(stateOf(street, street.id)).toBe("published");
  });

  it("goes stale when the cited article says something else", async () => {
    const street = await published();
    await republish(street, stallRule(["第二条 申请摊位的，应当提交身份证，街道办在3个工作日内答复。"]));
    expect(street.desk.sweep()).toEqual([street.id]);
    expect(findCuratedAnswer(street.store, street.id)?.standing).toMatchObject({
      state: "stale",
      staleness: { reason: "changed", document: "木棉街道便民摊位管理规定", article: "第二条", on: "2026-11-23" },
    });
  });

  it("goes stale when another text repeals the cited one", async () => {
    const street = await published();
    await street.publish({
      "新.md": stallRule(["第一条 摊位另行安排。"], {
        title: "木棉街道夜市管理规定",
        effectiveFrom: "2026-11-01",
        supersedes: "[木棉街道便民摊位管理规定]",
      }),
    });
    await indexed(street.store);
    await street.retrieval.refresh();
    street.desk.sweep();
    expect(findCuratedAnswer(street.store, street.id)?.standing).toMatchObject({ staleness: { reason: "repealed" } });
  });

  it("goes stale when a newer text of the title replaces the cited one, and is published again by approval where the words are the same", async () => {
    const street = await published();
    await street.publish({ "摊位2.md": stallRule(undefined, { effectiveFrom: "2026-11-01" }) });
    await indexed(street.store);
    await street.retrieval.refresh();
    street.desk.sweep();
    expect(findCuratedAnswer(street.store, street.id)?.standing).toMatchObject({ staleness: { reason: "superseded" } });
    street.desk.approve(street.id, "王主任");
    expect(findCuratedAnswer(street.store, street.id)).toMatchObject({
      standing: { state: "published" },
      citations: [{ from: 20_261_101 }],
    });
  });

  it("goes stale on the day on which the cited text ends, without a new index", async () => {
    let now = new Date("2026-11-23T02:00:00Z");
    const street = await curatedStreet(() => now);
    await republish(street, stallRule(undefined, { effectiveTo: "2026-12-01" }));
    const id = street.desk.add(stallDraft, "李经办");
    street.desk.approve(id, "王主任");
    now = new Date("2026-11-30T15:59:00Z");
    expect(street.desk.sweep()).toEqual([]);
    now = new Date("2026-11-30T16:00:00Z");
    expect(street.desk.sweep()).toEqual([id]);
  });

  it("is looked through once for each index and day", async () => {
    const street = await published();
    let looked = 0;
    const titled = (title: string) => {
      looked++;
      return street.retrieval.titled(title);
    };
    const retrieval = { ...street.parts.retrieval, titled };
    const desk = openCuratedDesk({ ...street.parts, retrieval });
    desk.sweep();
    const first = looked;
    desk.sweep();
    expect([first > 0, looked]).toEqual([true, first]);
  });

  it("is not taken away because an earlier index answers for a damaged one", async () => {
    const street = await published();
    const retrieval = { ...street.parts.retrieval, titled: () => [], isRolledBack: () => true };
    expect(openCuratedDesk({ ...street.parts, retrieval }).sweep()).toEqual([]);
    expect(stateOf(street, street.id)).toBe("published");
  });
});
