import type { Context } from "hono";
import { type RequestState, type RequestType, requestStates, requestTypes } from "../domain/request.js";
import { listRequests, openStates, type RequestRow } from "../store/request-reading.js";
import { basePath, type ConsoleParts } from "./parts.js";
import { Badge, toneOfState } from "./view/badge.js";
import { categoryText } from "./view/category.js";
import { DueDate } from "./view/due-date.js";
import { Pager, Select } from "./view/filters.js";
import { Layout } from "./view/layout.js";
import { type Column, Nothing, Table } from "./view/table.js";
import { Time } from "./view/time.js";
import { timeLeft } from "./view/time-left.js";
import type { PageWords } from "./view/words.js";
import type { StaffVisit } from "./visit.js";

const pageSize = 30;
const path = `${basePath}/requests`;
const finishedStates = requestStates.filter((state) => !openStates.some((open) => open === state));

/** The requests: open ones by due date, so that what is overdue stands first; others by time of filing. */
export function requestList(parts: ConsoleParts, c: Context, { session }: StaffVisit): Response | Promise<Response> {
  const words = parts.knowledge;
  const now = parts.clock();
  const type = requestTypes.find((each) => each === c.req.query("type")) ?? null;
  const asked = chosenState(c.req.query("state"));
  const from = c.req.query("from") || null;
  const found = listRequests(parts.store, { ...rowsOf(asked, type), after: from, limit: pageSize });
  const query = { type: type ?? "", state: asked };
  return c.html(
    <Layout words={words} title="事项" section="requests" session={session}>
      <div class="heading">
        <h1>事项</h1>
        <nav class="tabs" aria-label="事项的范围">
          {groups.map((group) => (
            <a href={group.value === "" ? path : `${path}?state=${group.value}`} aria-current={asked === group.value ? "page" : undefined}>
              {group.label}
            </a>
          ))}
        </nav>
      </div>
      <form class="filters" method="get" action={path}>
        <Select
          name="type"
          label="种类"
          value={query.type}
          options={[
            { value: "", label: "全部种类" },
            ...requestTypes.map((value) => ({ value, label: words.console.requestTypes[value] })),
          ]}
        />
        <Select
          name="state"
          label="状态"
          value={asked}
          options={[...groups, ...requestStates.map((value) => ({ value, label: words.console.requestStates[value] }))]}
        />
        <button type="submit">筛选</button>
      </form>
      {found.rows.length === 0 ? (
        <Nothing text="没有符合条件的事项。" />
      ) : (
        <Table
          caption={isByDueDate(asked) ? "事项，最先到期的在前" : "事项，最新的在前"}
          columns={columnsOf(words, now)}
          rows={found.rows}
          rowClass={(row) => `urgency-${timeLeft(row, now).urgency}`}
        />
      )}
      <Pager path={path} query={query} isFirst={from === null} next={found.next} />
    </Layout>,
  );
}

const groups = [
  { value: "", label: "在办" },
  { value: "finished", label: "已结束" },
  { value: "all", label: "全部" },
] as const;

type Chosen = (typeof groups)[number]["value"] | RequestState;

function chosenState(asked: string | undefined): Chosen {
  return groups.find((group) => group.value === asked)?.value ?? requestStates.find((state) => state === asked) ?? "";
}

function isByDueDate(chosen: Chosen): boolean {
  return chosen === "" || openStates.some((state) => state === chosen);
}

function rowsOf(chosen: Chosen, type: RequestType | null) {
  const states = { "": openStates, finished: finishedStates, all: null } as const;
  return {
    types: type === null ? null : [type],
    states: chosen === "" || chosen === "finished" || chosen === "all" ? states[chosen] : [chosen],
    order: isByDueDate(chosen) ? ("due" as const) : ("newest" as const),
  };
}

function columnsOf({ console: words }: PageWords, now: Date): readonly Column<RequestRow>[] {
  return [
    { label: "受理编号", kind: "main", cell: (row) => <a href={`${path}/${row.id}`}>{row.number}</a> },
    { label: "期限", cell: (row) => <DueDate request={row} now={now} /> },
    { label: "种类", cell: (row) => words.requestTypes[row.type] },
    { label: "分类", cell: (row) => categoryText(row) },
    { label: "状态", cell: (row) => <Badge tone={toneOfState(row.state)} text={words.requestStates[row.state]} /> },
    { label: "登记", kind: "quiet", cell: (row) => <Time at={row.createdAt} now={now} /> },
  ];
}
