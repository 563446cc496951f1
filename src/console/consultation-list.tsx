import type { Context } from "hono";
import { type Place, placeName } from "../domain/place.js";
import { type Outcome, outcomes } from "../domain/reply.js";
import { type ConsultationRow, listConsultations, unansweredOutcomes } from "../store/consultation-reading.js";
import { basePath, type ConsoleParts } from "./parts.js";
import { Badge, toneOfOutcome } from "./view/badge.js";
import { Pager, Select } from "./view/filters.js";
import { Layout } from "./view/layout.js";
import { type Column, Nothing, Table } from "./view/table.js";
import { Time } from "./view/time.js";
import type { PageWords } from "./view/words.js";
import type { StaffVisit } from "./visit.js";

const pageSize = 30;
const path = `${basePath}/consultations`;

/** The consultations, newest first; all, those without an answer, or of one outcome. */
export function consultationList(parts: ConsoleParts, c: Context, { session }: StaffVisit): Response | Promise<Response> {
  const words = parts.knowledge;
  const chosen = chosenOutcome(c.req.query("outcome"));
  const from = /^\d{1,15}$/.exec(c.req.query("from") ?? "")?.[0] ?? null;
  const found = listConsultations(parts.store, {
    outcomes: outcomesOf(chosen),
    before: from === null ? null : Number(from),
    limit: pageSize,
  });
  return c.html(
    <Layout words={words} title="咨询" section="consultations" session={session}>
      <div class="heading">
        <h1>咨询</h1>
        <nav class="tabs" aria-label="咨询的范围">
          <a href={path} aria-current={chosen === "" ? "page" : undefined}>
            全部
          </a>
          <a href={`${path}?outcome=unanswered`} aria-current={chosen === "unanswered" ? "page" : undefined}>
            未答复
          </a>
        </nav>
      </div>
      <form class="filters" method="get" action={path}>
        <Select
          name="outcome"
          label="结果"
          value={chosen}
          options={[
            { value: "", label: "全部结果" },
            { value: "unanswered", label: "未答复" },
            ...outcomes.map((outcome) => ({ value: outcome, label: words.console.outcomes[outcome] })),
          ]}
        />
        <button type="submit">筛选</button>
      </form>
      {found.rows.length === 0 ? (
        <Nothing text="没有符合条件的咨询。" />
      ) : (
        <Table caption="咨询，最新的在前" columns={columnsOf(words, parts.clock())} rows={found.rows} />
      )}
      <Pager path={path} query={{ outcome: chosen }} isFirst={from === null} next={found.next} />
    </Layout>,
  );
}

type Chosen = "" | "unanswered" | Outcome;

function chosenOutcome(asked: string | undefined): Chosen {
  return asked === "unanswered" ? asked : (outcomes.find((outcome) => outcome === asked) ?? "");
}

function outcomesOf(chosen: Chosen): readonly Outcome[] | null {
  if (chosen === "") return null;
  return chosen === "unanswered" ? unansweredOutcomes : [chosen];
}

function columnsOf({ console: words }: PageWords, now: Date): readonly Column<ConsultationRow>[] {
  return [
    { label: "问题", kind: "main", cell: (row) => <a href={`${path}/${row.id}`}>{row.maskedText || "（内容见详情）"}</a> },
    {
      label: "结果",
      cell: (row) => (
        <>
          <Badge tone={toneOfOutcome(row.outcome)} text={words.outcomes[row.outcome]} />
          {row.verdict && row.verdict !== "useful" && <Badge tone="bad" text={`评价：${words.verdicts[row.verdict]}`} />}
        </>
      ),
    },
    { label: "类别", cell: (row) => words.routes[row.route] },
    { label: "地方", cell: (row) => <span title={row.place}>{placeName(row.place as Place)}</span> },
    { label: "渠道", kind: "quiet", cell: (row) => words.channels[row.channel] },
    { label: "时间", kind: "quiet", cell: (row) => <Time at={row.at} now={now} /> },
  ];
}
