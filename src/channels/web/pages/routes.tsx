import type { Context, Hono } from "hono";
import { z } from "zod";
import { shanghaiTime } from "../../../domain/plain-date.js";
import { documentPage, newestVersionOfPath } from "../../../store/document-pages.js";
import { keepFeedback } from "../../../store/feedback.js";
import { anchorOf } from "../anchor.js";
import type { ApiParts } from "../api/parts.js";
import { parsed } from "../api/read-json.js";
import { lockedText } from "../api/request-status.js";
import { feedbackBody, requestStatusBody } from "../api/schemas.js";
import type { Assets } from "../assets.js";
import { statusToday } from "../document-status.js";
import { Problem } from "../problem.js";
import { newConversation } from "../turn.js";
import { ask } from "./ask.js";
import { ChatPage } from "./chat-page.js";
import { DocumentView } from "./document-page.js";
import { NoticePage } from "./layout.js";
import { news } from "./news.js";
import { PrivacyPage } from "./privacy-page.js";
import { StatusPage } from "./status-page.js";

export type PageParts = ApiParts & { readonly assets: Assets };

const documentQuery = z.object({ path: z.string().min(1).max(1_000), article: z.string().max(200).optional() });

/** The public pages. What a resident writes travels in the body, never in an address. */
export function addPages(app: Hono, parts: PageParts): void {
  const words = parts.knowledge;
  app.get("/", (c) => {
    c.header("Cache-Control", "no-store");
    return c.html(<ChatPage words={words} conversation={newConversation()} drafts={parts.drafts} />);
  });
  app.post("/ask", (c) => ask(parts, c));
  app.get("/ask", (c) => c.redirect("/"));
  app.post("/news", (c) => news(parts, c));
  app.post("/feedback", (c) => feedback(parts, c));
  app.post("/status", (c) => status(parts, c));
  app.get("/privacy", (c) => c.html(<PrivacyPage words={words} notice={words.privacy} />));
  app.get("/documents", (c) => findDocument(parts, c));
  app.get("/documents/:id{[0-9]+}", (c) => showDocument(parts, c));
  app.get("/assets/:name", (c) => parts.assets.serve(c) ?? c.notFound());
}

async function feedback(parts: PageParts, c: Context): Promise<Response> {
  await parts.limits.address(c);
  const { note, ...given } = parsed(feedbackBody, await c.req.parseBody());
  const kept = keepFeedback(parts.store, { ...given, channel: "web", note: note?.trim() || null, at: shanghaiTime(parts.clock()) });
  if (!kept) throw new Problem("not_found", "没有找到这条答复。");
  if (c.req.header("x-part")) return c.text("已记下，谢谢。");
  return c.html(<NoticePage words={parts.knowledge} title="谢谢" text="您的评价已经记下。用浏览器的“后退”可以回到刚才的答复。" />);
}

async function status(parts: PageParts, c: Context): Promise<Response> {
  await parts.limits.address(c);
  const { number, code } = parsed(requestStatusBody, await c.req.parseBody());
  await parts.limits.requestNumber(number);
  const found = parts.desk.find(number.trim(), { code: code.trim() });
  c.header("Cache-Control", "no-store");
  if (found.kind === "found") return c.html(<StatusPage words={parts.knowledge} status={found.status} problem={null} />);
  const problem = found.kind === "locked" ? lockedText : "受理编号和查询码对不上，请核对回执。";
  return c.html(<StatusPage words={parts.knowledge} status={null} problem={problem} />, found.kind === "locked" ? 429 : 404);
}

function findDocument(parts: PageParts, c: Context): Response | Promise<Response> {
  const { path, article } = parsed(documentQuery, c.req.query());
  const version = newestVersionOfPath(parts.store, path);
  if (version === null) return c.notFound();
  return c.redirect(`/documents/${version}${article ? `#${encodeURIComponent(anchorOf(article))}` : ""}`);
}

function showDocument(parts: PageParts, c: Context): Response | Promise<Response> {
  const page = documentPage(parts.store, Number(c.req.param("id")));
  if (!page) return c.notFound();
  return c.html(<DocumentView words={parts.knowledge} page={page} status={statusToday(parts, page)} />);
}
