import type { Context } from "hono";
import { shanghaiTime } from "../domain/plain-date.js";
import { audit } from "../store/audit-log.js";
import { latestTurns } from "../store/consultation-reading.js";
import type { Note } from "../store/notes.js";
import { type RequestDetail, readRequest } from "../store/request-reading.js";
import type { StoredEvent } from "../store/requests.js";
import { basePath, type ConsoleParts } from "./parts.js";
import { Badge, toneOfState } from "./view/badge.js";
import { categoryText } from "./view/category.js";
import { DeadlineExplained } from "./view/deadline.js";
import { Dialog } from "./view/dialog.js";
import { DueDate } from "./view/due-date.js";
import { Events } from "./view/events.js";
import { Facts } from "./view/facts.js";
import { Layout } from "./view/layout.js";
import { Notes, type RejectedNote } from "./view/notes.js";
import { NoticePage } from "./view/notice-page.js";
import { fullTime } from "./view/time.js";
import type { PageWords } from "./view/words.js";
import type { StaffVisit } from "./visit.js";

/** One request: its elements, why it is due when it is, what happened. Looking at it is audited. */
export function requestShow(parts: ConsoleParts, c: Context, { session }: StaffVisit): Response | Promise<Response> {
  const found = readRequest(parts.store, Number(c.req.param("id")));
  if (!found) return c.html(<NoticePage words={parts.knowledge} title="没有找到" text="没有这个事项。" />, 404);
  audit(parts.store, { at: shanghaiTime(parts.clock()), actor: session.staff.name, action: "request_viewed", subject: found.number });
  return requestPage(parts, c, { session, found, rejected: null });
}

type PageProps = Pick<StaffVisit, "session"> & { readonly found: RequestDetail; readonly rejected: RejectedNote | null };

/** The page of a request, with what was wrong with a note that was just sent. */
export function requestPage(parts: ConsoleParts, c: Context, { session, found, rejected }: PageProps): Response | Promise<Response> {
  const words = parts.knowledge;
  const now = parts.clock();
  return c.html(
    <Layout words={words} title={found.number} section="requests" session={session}>
      <p class="back">
        <a href={`${basePath}/requests`}>事项</a>
      </p>
      <h1>{found.number}</h1>
      <p class="meta">
        <span>{words.console.requestTypes[found.type]}</span>
        <Badge tone={toneOfState(found.state)} text={words.console.requestStates[found.state]} />
        <DueDate request={found} now={now} />
      </p>
      <div class="columns">
        <div class="first">
          <section class="panel">
            <h2>内容</h2>
            <p class="kept-lines">{found.description}</p>
            <Facts facts={factsOf(words, found)} />
          </section>
          <section class="panel">
            <h2>期限怎么算的</h2>
            <DeadlineExplained deadline={found.deadline} />
          </section>
          <section class="panel">
            <h2>对话</h2>
            <Dialog words={words} turns={latestTurns(parts.store, found.conversationId)} current={null} now={now} />
          </section>
        </div>
        <div class="second">
          <section class="panel">
            <h2>经过</h2>
            <Events words={words} type={found.type} events={found.events.filter((event) => event.event !== "note")} now={now} />
          </section>
          <Notes
            notes={notesOf(found.events)}
            action={`${basePath}/requests/${found.id}/notes`}
            session={session}
            now={now}
            rejected={rejected}
          />
        </div>
      </div>
    </Layout>,
    rejected ? 422 : 200,
  );
}

function factsOf({ console: words }: PageWords, found: RequestDetail) {
  return [
    { name: "分类", value: categoryText(found) },
    { name: "地点", value: found.location ?? "未填" },
    { name: "渠道", value: words.channels[found.channel] },
    { name: "登记时间", value: fullTime(found.createdAt) },
  ];
}

function notesOf(events: readonly StoredEvent[]): readonly Note[] {
  return events.filter((event) => event.event === "note").map(({ at, actor, detail }) => ({ at, actor, text: textOf(detail) }));
}

function textOf(detail: unknown): string {
  return typeof detail === "object" && detail !== null && "text" in detail ? String(detail.text) : "";
}
