import { chineseDate, type PlainDate } from "../../../domain/plain-date.js";
import type { RequestSummary } from "../../../domain/reply.js";
import type { PageWords } from "./layout.js";

type RequestCardProps = {
  readonly request: RequestSummary;
  readonly words: PageWords;
  /** What the copy button copies, or null for no button. */
  readonly receipt: string | null;
};

/** What a resident keeps of a request: its number and until when it is answered. */
export function RequestCard({ request, words, receipt }: RequestCardProps) {
  const { requestTypes, requestStates } = words.web;
  const due = dueText(request.dueOn, request.dueAt);
  const category = request.category
    ? [request.category.level1, request.category.level2, request.category.level3].filter(Boolean).join(" › ")
    : null;
  return (
    <section class="receipt" aria-label="受理回执">
      <header>
        <h3>{requestTypes[request.type]}</h3>
        <span class="badge state">{requestStates[request.state]}</span>
      </header>
      <dl>
        {request.number && (
          <div class="number">
            <dt>受理编号</dt>
            <dd>{request.number}</dd>
          </div>
        )}
        {due && (
          <div>
            <dt>答复期限</dt>
            <dd>{due}</dd>
          </div>
        )}
        {category && (
          <div>
            <dt>类别</dt>
            <dd>{category}</dd>
          </div>
        )}
      </dl>
      {request.number && receipt !== null && (
        <button type="button" class="copy" data-receipt={receipt} hidden>
          复制回执
        </button>
      )}
    </section>
  );
}

/** 最迟2026年12月21日, or with the hour for limits in hours; null when none is set. */
export function dueText(dueOn: PlainDate | null, dueAt: string | null): string | null {
  const parts = dueAt === null ? null : /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(dueAt);
  if (parts) return `${chineseDate(parts[1] as PlainDate)} ${parts[2]} 前`;
  return dueOn === null ? null : `最迟${chineseDate(dueOn)}`;
}
