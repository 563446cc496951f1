import type { Context } from "hono";
import { chineseDate, dayInShanghai } from "../domain/plain-date.js";
import { missingCalendar } from "../requests/index.js";
import { countCuratedAnswers } from "../store/curated-answers.js";
import { type Overview, readOverview, type UncertainDelivery } from "../store/overview-reading.js";
import { basePath, type ConsoleParts } from "./parts.js";
import { Badge } from "./view/badge.js";
import { Layout } from "./view/layout.js";
import { type Column, Nothing, Table } from "./view/table.js";
import { Time } from "./view/time.js";
import type { PageWords } from "./view/words.js";
import type { StaffVisit } from "./visit.js";

type Figure = { readonly label: string; readonly count: number; readonly path: string; readonly look?: "alarming" | "due-now" };

/** What a desk looks like today. */
export function overview(parts: ConsoleParts, c: Context, { session }: StaffVisit): Response | Promise<Response> {
  const words = parts.knowledge;
  const now = parts.clock();
  const year = missingCalendar(parts);
  const found = readOverview(parts.store, now);
  return c.html(
    <Layout words={words} title="总览" section="overview" session={session}>
      <h1>总览</h1>
      <p class="lead">{chineseDate(dayInShanghai(now))}</p>
      {year !== null && (
        <p class="warning" role="status">
          还没有{year}年的放假安排，跨到{year}年的答复日期算不出来。国务院公布后，请加上 knowledge/calendars/{year}.yml。
        </p>
      )}
      <ul class="figures">
        {[...figuresOf(found), staleAnswers(countCuratedAnswers(parts.store).stale)].map(({ label, count, path, look }) => (
          <li class={count > 0 ? look : undefined}>
            <a href={path}>
              <span class="count">{count}</span>
              <span class="label">{label}</span>
            </a>
          </li>
        ))}
      </ul>
      <section id="deliveries" class="panel">
        <h2>不能确定送达的答复</h2>
        <p class="hint">{words.console.deliveriesHint}</p>
        <Deliveries words={words} deliveries={found.deliveries} now={now} />
      </section>
    </Layout>,
  );
}

function figuresOf({ today, requests, deliveries }: Overview): readonly Figure[] {
  return [
    { label: "今天的咨询", count: today.consultations, path: `${basePath}/consultations` },
    { label: "今天未答复", count: today.unanswered, path: `${basePath}/consultations?outcome=unanswered` },
    { label: "在办事项", count: requests.open, path: `${basePath}/requests` },
    { label: "今天到期", count: requests.dueToday, path: `${basePath}/requests`, look: "due-now" },
    { label: "已逾期", count: requests.overdue, path: `${basePath}/requests`, look: "alarming" },
    { label: "没有送达", count: deliveries.failed, path: "#deliveries", look: "alarming" },
    { label: "不知是否送达", count: deliveries.unknown, path: "#deliveries", look: "due-now" },
  ];
}

function staleAnswers(count: number): Figure {
  return { label: "精选问答依据变了", count, path: `${basePath}/curated?state=stale`, look: "alarming" };
}

type DeliveriesProps = { readonly words: PageWords; readonly deliveries: Overview["deliveries"]; readonly now: Date };

function Deliveries({ words, deliveries, now }: DeliveriesProps) {
  const { newest, failed, unknown } = deliveries;
  const columns: readonly Column<UncertainDelivery>[] = [
    {
      label: "咨询",
      kind: "main",
      cell: (row) =>
        row.consultationId === null ? (
          "—"
        ) : (
          <a href={`${basePath}/consultations/${row.consultationId}`}>{row.maskedText || "（内容见详情）"}</a>
        ),
    },
    {
      label: "送达",
      cell: (row) => <Badge tone={row.state === "unknown" ? "wait" : "bad"} text={words.console.deliveryStates[row.state]} />,
    },
    { label: "渠道", cell: (row) => words.console.channels[row.channel] },
    { label: "时间", kind: "quiet", cell: (row) => <Time at={row.createdAt} now={now} /> },
  ];
  if (newest.length === 0) return <Nothing text="没有，所有答复都已送达或正在发送。" />;
  return (
    <>
      <Table caption="不能确定送达的答复，最新的在前" columns={columns} rows={newest} />
      {failed + unknown > newest.length && <p class="hint">这里只列出最新的 {newest.length} 条。</p>}
    </>
  );
}
