import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Answered, Intake } from "../../../src/channels/intake.js";
import { createWeb, liveReplies, type WebOptions, type WebServices } from "../../../src/channels/web/index.js";
import type { DocumentMetadata } from "../../../src/domain/document.js";
import type { IncomingMessage } from "../../../src/domain/message.js";
import type { Place } from "../../../src/domain/place.js";
import { plainDate } from "../../../src/domain/plain-date.js";
import { type Reply, reply } from "../../../src/domain/reply.js";
import type { RequestNumber } from "../../../src/domain/request.js";
import type { RequestDesk, RequestStatus } from "../../../src/domain/request-desk.js";
import { loadAnswerWordings } from "../../../src/knowledge/answer-wordings.js";
import { loadOffice } from "../../../src/knowledge/office.js";
import { loadPrivacyNotice } from "../../../src/knowledge/privacy.js";
import { loadRetention } from "../../../src/knowledge/retention.js";
import { loadWebWords } from "../../../src/knowledge/web.js";
import { knowledgeFolder } from "../../../src/paths.js";
import { openStore, type Store } from "../../../src/store/open.js";
import { chunks, conversations, documents, documentVersions, messages, offices } from "../../../src/store/schema/index.js";

export const now = new Date("2026-11-23T02:00:00Z");
export const chat = "Zm9vYmFyYmF6cXV4MTIzNDU2";

export const secondChild: Reply = reply({
  kind: "answer",
  outcome: "answered",
  route: "question",
  text: "能。再婚夫妻再婚后可以生育三个子女，以前各自的孩子不影响。[1]\n\n- 生育后办生育登记。[2]\n- 拿不准的，先打电话问街道。\n\n来源\n[1] 《广东省人口与计划生育条例》第十八条（2021年12月1日起施行）\n[2] 《三孩与再生育政策解读》（2026年2月10日起施行）",
  citations: [
    {
      n: 1,
      document: "广东省人口与计划生育条例",
      article: "第十八条",
      path: "地方/广东省人口与计划生育条例.md",
      url: null,
      quote: "再婚夫妻再婚后可以生育三个子女。",
      effectiveFrom: plainDate("2021-12-01"),
      status: "in_force",
      basis: [],
    },
    {
      n: 2,
      document: "三孩与再生育政策解读",
      article: null,
      path: null,
      url: "https://mumian.example/jiedu/third-child",
      quote: "不管是第几胎，生育后办的都是生育登记。",
      effectiveFrom: plainDate("2026-02-10"),
      status: "superseded",
      basis: [{ document: "广东省人口与计划生育条例", article: "第二十条" }],
    },
  ],
  confidence: 0.8,
  generated: true,
});

export const offer: Reply = reply({
  kind: "offer",
  outcome: "draft_open",
  route: "complaint",
  text: "听起来是要投诉：楼上装修太吵。要登记吗？登记后会给您受理编号和答复期限。",
  choices: [
    { id: "confirm", label: "确认登记" },
    { id: "cancel", label: "先不登记" },
  ],
});

export const filed: Reply = reply({
  kind: "request",
  outcome: "request_filed",
  route: "complaint",
  text: "已经登记。受理编号 TS-2026-000001，查询码 7K2M-9QXD。答复期限是2026年12月7日前。",
  request: {
    number: "TS-2026-000001" as RequestNumber,
    type: "complaint",
    state: "submitted",
    dueOn: plainDate("2026-12-07"),
    dueAt: null,
    category: { level1: "城乡建设", level2: "住房与物业", level3: "装修噪声" },
  },
});

export const status: RequestStatus = {
  number: "TS-2026-000001" as RequestNumber,
  type: "complaint",
  state: "in_progress",
  filedOn: plainDate("2026-11-23"),
  dueOn: plainDate("2026-12-07"),
  dueAt: null,
  category: null,
  description: "楼上装修太吵",
};

/** Answers each message by what it says; keeps what it was given, each update once. */
export function fakeIntake(store: Store) {
  const received: IncomingMessage[] = [];
  const answers = new Map<number, Answered>();
  const replyTo = (message: IncomingMessage): Reply => {
    if (message.choice === "confirm") return filed;
    if (message.text.includes("投诉")) return offer;
    if (message.text.includes("<"))
      return reply({ kind: "refusal", outcome: "refused", route: "attack", text: `您写的是 ${message.text}` });
    return secondChild;
  };
  const intake: Intake = {
    receive: (message) => {
      const known = received.findIndex((each) => each.updateId === message.updateId);
      if (known >= 0) return known + 1;
      return received.push(message);
    },
    answered: async (inboxId) => {
      const message = received[inboxId - 1];
      if (!message || message.text.includes("慢")) return null;
      if (message.text.includes("崩")) throw new Error("secret inside");
      const known = answers.get(inboxId);
      if (known) return known;
      const answered = { inboxId, messageId: keepMessage(store, message.conversation), reply: replyTo(message) };
      answers.set(inboxId, answered);
      return answered;
    },
  };
  return { intake, received };
}

function keepMessage(store: Store, key: string): string {
  const at = "2026-11-23T10:00:00+08:00";
  const values = { channel: "web" as const, key, createdAt: at, updatedAt: at };
  const row =
    store.rows.insert(conversations).values(values).onConflictDoNothing().returning().get() ??
    store.rows
      .select()
      .from(conversations)
      .all()
      .find((each) => each.key === key);
  const id = randomUUID();
  store.rows
    .insert(messages)
    .values({ id, conversationId: row?.id ?? 0, direction: "out", text: "", at })
    .run();
  return id;
}

const desk: Pick<RequestDesk, "find"> = {
  find: (number, proof) =>
    number.toUpperCase() === status.number && "code" in proof && proof.code === "7K2M-9QXD"
      ? { kind: "found", status }
      : { kind: "unknown" },
};

const privacy = loadPrivacyNotice(knowledgeFolder, loadOffice(knowledgeFolder), loadRetention(knowledgeFolder));

/** The web app on a store of its own, with canned replies. */
export function fakeWeb(options: Partial<WebOptions> = {}, more: Partial<WebServices> = {}) {
  const home = mkdtempSync(join(tmpdir(), "zhengwen-web-"));
  const store = openStore(home);
  store.rows.insert(offices).values({ id: 1, name: "木棉街道办事处", place: "广东省" }).onConflictDoNothing().run();
  const { intake, received } = fakeIntake(store);
  const failures: unknown[] = [];
  const live = liveReplies();
  const services: WebServices = {
    intake,
    desk: desk as RequestDesk,
    store,
    knowledge: {
      office: loadOffice(knowledgeFolder),
      web: loadWebWords(knowledgeFolder),
      privacy,
      answerWordings: loadAnswerWordings(knowledgeFolder),
    },
    clock: () => now,
    live,
    ready: () => true,
    parsePlace: (text) => (text.startsWith("广东") ? ("广东省" as Place) : null),
    ...more,
  };
  const app = createWeb(services, options, (error) => failures.push(error));
  return {
    app,
    store,
    received,
    failures,
    live,
    close: () => {
      store.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Puts one document version into the store. */
export function addDocument(
  store: Store,
  path: string,
  text: string,
  given: Partial<DocumentMetadata> & { articles?: readonly string[]; state?: "draft" | "published"; documentId?: number } = {},
): { documentId: number; versionId: number } {
  const { articles = [], state = "published", documentId: known, ...metadata } = given;
  const documentId = known ?? store.rows.insert(documents).values({ source: "test", path }).returning().get().id;
  const version = store.rows
    .insert(documentVersions)
    .values({
      documentId,
      sha256: randomUUID(),
      title: "广东省人口与计划生育条例",
      kind: "local_regulation",
      place: "广东省",
      effectiveFrom: "2021-12-01",
      supersedes: [],
      categories: [],
      repeals: [],
      inferred: [],
      repaired: [],
      text,
      importedAt: "2026-11-01T00:00:00+08:00",
      reviewState: state,
      ...metadata,
    })
    .returning()
    .get();
  for (const [position, article] of articles.entries()) {
    store.rows.insert(chunks).values({ versionId: version.id, position, article, start: 0, text: article }).run();
  }
  return { documentId, versionId: version.id };
}

/** A POST with a JSON body. */
export function json(body: unknown): RequestInit {
  return { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
}

/** A POST of a form. */
export function form(fields: Record<string, string>, headers: Record<string, string> = {}): RequestInit {
  return { method: "POST", headers, body: new URLSearchParams(fields) };
}
