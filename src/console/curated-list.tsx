import type { Context } from "hono";
import { mayApprove, mayWithdraw } from "../answer/curated/desk.js";
import { type CountedAnswer, type CuratedState, curatedStates } from "../domain/curated-answer.js";
import { countCuratedAnswers, listCuratedAnswers } from "../store/curated-answers.js";
import { basePath, type ConsoleParts } from "./parts.js";
import type { Session } from "./sessions.js";
import { Badge } from "./view/badge.js";
import { curatedTones, standingText } from "./view/curated.js";
import { Pager, Select } from "./view/filters.js";
import { Layout } from "./view/layout.js";
import { Nothing } from "./view/table.js";
import { Time } from "./view/time.js";
import type { PageWords } from "./view/words.js";
import type { StaffVisit } from "./visit.js";

const pageSize = 20;
const path = `${basePath}/curated`;

/** The curated answers: those that went stale first; of one state, or all. */
export function curatedList(parts: ConsoleParts, c: Context, { session }: StaffVisit): Response | Promise<Response> {
  const { knowledge: words, store } = parts;
  const state = curatedStates.find((each) => each === c.req.query("state")) ?? null;
  const after = Number(/^\d{1,9}$/.exec(c.req.query("from") ?? "")?.[0] ?? 0);
  const found = listCuratedAnswers(store, { state, after, limit: pageSize + 1 });
  const counts = countCuratedAnswers(store);
  const label = (each: CuratedState) => `${words.console.curatedStates[each]}（${counts[each]}）`;
  return c.html(
    <Layout words={words} title="精选问答" section="curated" session={session}>
      <div class="heading">
        <h1>精选问答</h1>
      </div>
      {counts.stale > 0 && (
        <p class="warning" role="status">
          有 {counts.stale} 条依据变了，已经停止使用：请照新规定另写，或撤下。
        </p>
      )}
      <form class="filters" method="get" action={path}>
        <Select
          name="state"
          label="状态"
          value={state ?? ""}
          options={[{ value: "", label: "全部状态" }, ...curatedStates.map((each) => ({ value: each, label: label(each) }))]}
        />
        <button type="submit">筛选</button>
      </form>
      {found.length === 0 && <Nothing text="没有符合条件的精选问答。用 zhengwen curated add 添加。" />}
      {found.slice(0, pageSize).map((answer) => (
        <Answer words={words} answer={answer} session={session} now={parts.clock()} />
      ))}
      <Pager
        path={path}
        query={{ state: state ?? "" }}
        isFirst={after === 0}
        next={found.length > pageSize ? String(after + pageSize) : null}
      />
    </Layout>,
  );
}

type AnswerProps = { readonly words: PageWords; readonly answer: CountedAnswer; readonly session: Session; readonly now: Date };

/** All of one answer, since nobody should approve what is not before their eyes. */
function Answer({ words, answer, session, now }: AnswerProps) {
  const { id, question, phrasings, citations, standing, hits, lastHitAt } = answer;
  return (
    <article class="panel" id={`curated-${id}`} aria-labelledby={`curated-${id}-question`}>
      <h2 id={`curated-${id}-question`}>{question}</h2>
      <p class="meta">
        <Badge tone={curatedTones[standing.state]} text={words.console.curatedStates[standing.state]} />
        <span>第 {id} 条</span>
        <span>{answer.place.replaceAll("/", " ")}</span>
        <span>答复过 {hits} 次</span>
        {lastHitAt && (
          <span>
            最近一次 <Time at={lastHitAt} now={now} />
          </span>
        )}
        <span>
          {answer.author} 写于 <Time at={answer.createdAt} now={now} />
        </span>
      </p>
      <p class={standing.state === "stale" ? "warning" : "hint"}>{standingText(standing, words)}</p>
      {phrasings.length > 0 && <p class="hint">别的问法：{phrasings.join("；")}</p>}
      <p class="kept-lines">{answer.answer}</p>
      <ol class="citations">
        {citations.map(({ document, article, heading, quote }, index) => (
          <li>
            <p class="source">
              <span class="mark">[{index + 1}]</span> 《{document}》{article ?? heading}
            </p>
            <blockquote class="kept-lines">{quote}</blockquote>
          </li>
        ))}
      </ol>
      <Acts answer={answer} session={session} />
    </article>
  );
}

function Acts({ answer, session }: Pick<AnswerProps, "answer" | "session">) {
  const { name, role } = session.staff;
  return (
    <>
      {mayApprove(answer, name, role) && (
        <form method="post" action={`${path}/${answer.id}/approve`}>
          <input type="hidden" name="csrf" value={session.csrf} />
          <button type="submit">审核通过并发布</button>
        </form>
      )}
      {mayWithdraw(answer, role) && (
        <form method="post" action={`${path}/${answer.id}/withdraw`} class="filters">
          <input type="hidden" name="csrf" value={session.csrf} />
          <label>
            撤下的原因
            <input name="because" required maxlength={200} />
          </label>
          <button type="submit" class="quiet">
            撤下
          </button>
        </form>
      )}
    </>
  );
}
