import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDocument, chat, fakeWeb, form } from "./fake-services.js";

let web: ReturnType<typeof fakeWeb>;
beforeAll(() => {
  web = fakeWeb();
});
afterAll(() => web.close());

const text = async (response: Response | Promise<Response>) => (await response).text();
const turn = () => crypto.randomUUID();

describe("the chat page", () => {
  it("greets with the office's name, starters and what not to type", async () => {
    const page = await text(web.app.request("/"));
    expect(page).toContain("<title>木棉街道办事处政策咨询</title>");
    expect(page).toContain("办居住证要带什么");
    expect(page).toContain("请不要写身份证号");
    expect(page).not.toMatch(/<script(?![^>]*src=)|style="|onclick=/);
  });

  it("gives every visitor a conversation of their own", async () => {
    const ids = await Promise.all(
      [1, 2].map(async () => /name="conversation" value="([\w-]{22,})"/.exec(await text(web.app.request("/")))?.[1]),
    );
    expect(ids[0]).toBeDefined();
    expect(ids[0]).not.toBe(ids[1]);
  });

  it("answers a form on a page that goes on with the conversation", async () => {
    const page = await text(web.app.request("/ask", form({ conversation: chat, turn: turn(), text: "再婚能生吗" })));
    expect(page).toContain("再婚能生吗");
    expect(page).toContain("再婚夫妻再婚后可以生育三个子女，以前各自的孩子不影响。");
    expect(page.match(new RegExp(`name="conversation" value="${chat}"`, "g"))).toHaveLength(2);
    expect(page).toContain("内容由AI生成");
    expect(page).toContain("已有新版本");
    expect(page).toContain(
      `/documents?path=${encodeURIComponent("地方/广东省人口与计划生育条例.md")}&amp;article=${encodeURIComponent("第十八条")}`,
    );
  });

  it("shows the sources once, as cards", async () => {
    const part = await text(web.app.request("/ask", form({ conversation: chat, turn: turn(), text: "再婚能生吗" }, { "X-Part": "turn" })));
    expect(part).toMatch(/^<article class="reply answer"/);
    expect(part).not.toContain("[1]");
    expect(part.match(/<summary><span class="mark">/g)).toHaveLength(2);
  });

  it("takes a turn sent twice as one message, and another conversation's as another", async () => {
    const fields = { conversation: chat, turn: turn(), text: "两次" };
    const before = web.received.length;
    const first = await text(web.app.request("/ask", form(fields, { "X-Part": "turn" })));
    const second = await text(web.app.request("/ask", form(fields, { "X-Part": "turn" })));
    expect(web.received.length).toBe(before + 1);
    expect(/id="(m-[^"]+)"/.exec(second)?.[1]).toBe(/id="(m-[^"]+)"/.exec(first)?.[1]);
    await web.app.request("/ask", form({ ...fields, conversation: "another-conversation-with-id" }));
    expect(web.received.length).toBe(before + 2);
  });

  it("escapes what was written", async () => {
    const page = await text(web.app.request("/ask", form({ conversation: chat, turn: turn(), text: '<img src=x onerror="alert(1)">' })));
    expect(page).not.toContain("<img src=x");
    expect(page).toContain("&lt;img src=x");
  });

  it("shows choices as buttons and a receipt as a card", async () => {
    const offered = await text(web.app.request("/ask", form({ conversation: chat, turn: turn(), text: "我要投诉" })));
    expect(offered).toContain('name="choice" value="confirm">确认登记</button>');
    const receipt = await text(web.app.request("/ask", form({ conversation: chat, turn: turn(), text: "确认登记", choice: "confirm" })));
    expect(receipt).toContain("<dt>受理编号</dt><dd>TS-2026-000001</dd>");
    expect(receipt).toContain("2026年12月7日前");
  });

  it("keeps the text of a message that was not taken", async () => {
    const strict = fakeWeb({ perConversation: 0 });
    const response = await strict.app.request("/ask", form({ conversation: chat, turn: turn(), text: "再婚能生吗" }));
    expect(response.status).toBe(429);
    expect(await response.text()).toMatch(/<textarea[^>]*>再婚能生吗<\/textarea>/);
    strict.close();
  });

  it("offers to look again while the reply is not there", async () => {
    const response = await web.app.request("/ask", form({ conversation: chat, turn: turn(), text: "慢" }));
    expect(response.status).toBe(202);
    expect(await response.text()).toContain("看答复");
  });

  it("takes a verdict and looks up a request without script", async () => {
    const part = await text(web.app.request("/ask", form({ conversation: chat, turn: turn(), text: "再婚能生吗" })));
    const message = /name="message" value="([^"]+)"/.exec(part)?.[1] ?? "";
    expect(await text(web.app.request("/feedback", form({ conversation: chat, message, verdict: "useful", note: "" })))).toContain(
      "您的评价已经记下",
    );
    expect(await text(web.app.request("/status", form({ number: "TS-2026-000001", code: "7K2M-9QXD" })))).toContain("楼上装修太吵");
    expect((await web.app.request("/status", form({ number: "TS-2026-000001", code: "no" }))).status).toBe(404);
  });

  it("serves its files with a tag", async () => {
    const first = await web.app.request("/assets/chat.css");
    const tag = first.headers.get("etag") ?? "";
    expect((await web.app.request("/assets/chat.css", { headers: { "If-None-Match": tag } })).status).toBe(304);
    expect((await web.app.request("/assets/passwd")).status).toBe(404);
  });
});

describe("a document's page", () => {
  const law =
    "# 广东省人口与计划生育条例\n\n<!-- INFO END -->\n## 第二章 生育调节\n\n第十七条 夫妻有计划生育的义务。\n第十八条 一对夫妻可以生育三个子女。\n\n再婚夫妻再婚后可以生育三个子女。<script>alert(1)</script>\n\n第十九条 见第十八条。\n";
  const path = "地方/条例 一.md";

  it("is found by path and article, the newest published version of it", async () => {
    const old = addDocument(web.store, path, law, { articles: ["第十七条", "第十八条", "第十九条"] });
    const fresh = addDocument(web.store, path, law, { documentId: old.documentId, articles: ["第十七条", "第十八条", "第十九条"] });
    addDocument(web.store, path, "草稿", { documentId: old.documentId, state: "draft" });
    const found = await web.app.request(`/documents?${new URLSearchParams({ path, article: "第十八条" })}`);
    expect(found.status).toBe(302);
    expect(found.headers.get("location")).toBe(`/documents/${fresh.versionId}#${encodeURIComponent("第十八条")}`);
    expect(await text(web.app.request(`/documents/${old.versionId}`))).toContain(`href="/documents/${fresh.versionId}"`);
  });

  it("has each article under its anchor, once, and shows markup as text", async () => {
    const { versionId } = addDocument(web.store, "a.md", law, {
      articles: ["第十七条", "第十八条", "第十九条"],
      issuer: "广东省人大常委会",
      checkedOn: plain("2026-11-12"),
    });
    const page = await text(web.app.request(`/documents/${versionId}`));
    expect(page.match(/<section id="第十八条">/g)).toHaveLength(1);
    expect(/<section id="第十八条">([\s\S]*?)<\/section>/.exec(page)?.[1]).toContain("再婚夫妻再婚后");
    expect(page).toContain('<section id="第二章-生育调节">');
    expect(page).not.toContain("<script>alert");
    expect(page).not.toContain("INFO END");
    expect(page.match(/<h1/g)).toHaveLength(1);
    expect(page).toContain("2026年11月12日");
    expect(page).toContain("现行有效");
  });

  it("says when it does not hold yet, or the caller knows that it was repealed", async () => {
    const { versionId } = addDocument(web.store, "future.md", law, { effectiveFrom: plain("2027-01-01") });
    expect(await text(web.app.request(`/documents/${versionId}`))).toContain('<span class="badge not_yet">尚未施行</span>');
    const knowing = fakeWeb({}, { store: web.store, forceStatus: () => "repealed" });
    expect(await text(knowing.app.request(`/documents/${versionId}`))).toContain("已废止");
    knowing.close();
  });

  it("is not there for drafts, withdrawn documents and what never was", async () => {
    const draft = addDocument(web.store, "draft.md", law, { state: "draft" });
    for (const path of [`/documents/${draft.versionId}`, "/documents/99999", "/documents/x", "/documents?path=none"]) {
      const response = await web.app.request(path);
      expect(response.status).toBe(404);
      expect(response.headers.get("content-type")).toContain("text/html");
    }
  });
});

function plain(text: string) {
  return text as import("../../../src/domain/plain-date.js").PlainDate;
}
