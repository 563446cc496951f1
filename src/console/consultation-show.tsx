import type { Context } from "hono";
import { shanghaiTime } from "../domain/plain-date.js";
import { audit } from "../store/audit-log.js";
import { type ConsultationDetail, readConsultation } from "../store/consultation-reading.js";
import { requestsOfConversation, type StoredRequest } from "../store/requests.js";
import { basePath, type ConsoleParts } from "./parts.js";
import { Badge, toneOfOutcome, toneOfState } from "./view/badge.js";
import { Citations } from "./view/citations.js";
import { Dialog } from "./view/dialog.js";
import { Facts } from "./view/facts.js";
import { Layout } from "./view/layout.js";
import { Notes, type RejectedNote } from "./view/notes.js";
import { NoticePage } from "./view/notice-page.js";
import { fullTime, Time } from "./view/time.js";
import { Trace } from "./view/trace.js";
import type { PageWords } from "./view/words.js";
import type { StaffVisit } from "./visit.js";

/** One consultation: what was asked and replied, on what ground, and how it came to that. Looking at it is audited. */
export function consultationShow(parts: ConsoleParts, c: Context, { session }: StaffVisit): Response | Promise<Response> {
  const found = readConsultation(parts.store, Number(c.req.param("id")));
  if (!found) return c.html(<NoticePage words={parts.knowledge} title="没有找到" text="没有这次咨询。" />, 404);
  audit(parts.store, {
    at: shanghaiTime(parts.clock()),
    actor: session.staff.name,
    action: "consultation_viewed",
    subject: `consultation ${found.id}`,
  });
  return consultationPage(parts, c, { session, found, rejected: null });
}

type PageProps = Pick<StaffVisit, "session"> & { readonly found: ConsultationDetail; readonly rejected: RejectedNote | null };

/** The page of a consultation, with what was wrong with a note that was just sent. */
export function consultationPage(parts: ConsoleParts, c: Context, { session, found, rejected }: PageProps): Response | Promise<Response> {
  const words = parts.knowledge;
  const now = parts.clock();
  const { reply } = found;
  const path = `${basePath}/consultations/${found.id}`;
  return c.html(
    <Layout words={words} title={`咨询 ${found.id}`} section="consultations" session={session}>
      <p class="back">
        <a href={`${basePath}/consultations`}>咨询</a>
      </p>
      <h1 class="asked-title">{found.maskedText || `咨询 ${found.id}`}</h1>
      <p class="meta">
        <Badge tone={toneOfOutcome(reply.outcome)} text={words.console.outcomes[reply.outcome]} />
        <span>{words.console.routes[reply.route]}</span>
        {reply.generated && <span>{words.answerWordings.generatedLabel}</span>}
        <Time at={found.at} now={now} />
      </p>
      <div class="columns">
        <div class="first">
          <section class="panel">
            <h2>答复</h2>
            <p class="kept-lines reply-text">{reply.text}</p>
          </section>
          <section class="panel">
            <h2>引用</h2>
            <Citations words={words} citations={reply.citations} />
          </section>
          <section class="panel">
            <h2>对话</h2>
            <Dialog words={words} turns={found.turns} current={found.id} now={now} />
          </section>
        </div>
        <div class="second">
          <section class="panel">
            <h2>情况</h2>
            <Facts facts={factsOf(words, found)} />
            <FiledRequests words={words} requests={requestsOfConversation(parts.store, found.conversationId)} />
          </section>
          <section class="panel">
            <h2>居民评价</h2>
            <Verdicts words={words} found={found} now={now} />
          </section>
          <Notes notes={found.notes} action={`${path}/notes`} session={session} now={now} rejected={rejected} />
          <section class="panel">
            <h2>处理过程</h2>
            <Trace words={words} trace={reply.trace} />
          </section>
        </div>
      </div>
    </Layout>,
    rejected ? 422 : 200,
  );
}

function factsOf({ console: words }: PageWords, { reply, place, asOf, channel, at }: ConsultationDetail) {
  return [
    { name: "把握", value: <Confidence value={reply.confidence} /> },
    { name: "答复方式", value: words.replyKinds[reply.kind] },
    { name: "地方", value: place.replaceAll("/", " ") },
    { name: "按哪天的规定", value: asOf },
    { name: "渠道", value: words.channels[channel] },
    { name: "时间", value: fullTime(at) },
  ];
}

/** The probability that the right article is cited, as of a hundred. */
function Confidence({ value }: { readonly value: number }) {
  const percent = Math.round(value * 100);
  return (
    <>
      <meter min={0} max={100} low={40} high={70} optimum={100} value={percent} aria-label="引对条款的把握" /> {percent}%
    </>
  );
}

function FiledRequests({ words, requests }: { readonly words: PageWords; readonly requests: readonly StoredRequest[] }) {
  if (requests.length === 0) return null;
  return (
    <>
      <h3>这段对话登记的事项</h3>
      <ul class="links">
        {requests.map((request) => (
          <li>
            <a href={`${basePath}/requests/${request.id}`}>{request.number}</a> {words.console.requestTypes[request.type]}{" "}
            <Badge tone={toneOfState(request.state)} text={words.console.requestStates[request.state]} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Verdicts({ words, found, now }: { readonly words: PageWords; readonly found: ConsultationDetail; readonly now: Date }) {
  if (found.feedback.length === 0) return <p class="nothing">没有评价。</p>;
  return (
    <ul class="notes">
      {found.feedback.map((given) => (
        <li>
          <p class="meta">
            <Badge tone={given.verdict === "useful" ? "good" : "bad"} text={words.console.verdicts[given.verdict]} />{" "}
            <Time at={given.at} now={now} />
          </p>
          {given.note && <p class="kept-lines">{given.note}</p>}
        </li>
      ))}
    </ul>
  );
}
