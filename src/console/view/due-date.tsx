import type { RequestRow } from "../../store/request-reading.js";
import { timeLeft } from "./time-left.js";

type DueDateProps = { readonly request: Pick<RequestRow, "state" | "dueOn" | "dueAt">; readonly now: Date };

/** The due date, and how long that still is. */
export function DueDate({ request, now }: DueDateProps) {
  const { urgency, text } = timeLeft(request, now);
  const due = request.dueAt?.slice(0, 16).replace("T", " ") ?? request.dueOn;
  return (
    <span class="due">
      <span class={`left ${urgency}`}>{text}</span> {due && <time datetime={request.dueAt ?? request.dueOn ?? undefined}>{due}</time>}
    </span>
  );
}
