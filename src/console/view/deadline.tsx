import { z } from "zod";
import { isPlainDate, weekday } from "../../domain/plain-date.js";
import type { CountedDay } from "../../domain/request.js";
import { fullTime } from "./time.js";

const stored = z.object({
  basis: z.string(),
  dueAt: z.string().nullable(),
  days: z.array(z.object({ date: z.string().refine(isPlainDate), counted: z.boolean(), reason: z.string() })),
});

const weekdays = ["日", "一", "二", "三", "四", "五", "六"];

/** Why a due date is that day: the article or office rule, and each day with whether it counts. */
export function DeadlineExplained({ deadline }: { readonly deadline: unknown }) {
  const read = stored.safeParse(deadline);
  if (!read.success) return <p class="nothing">没有期限的记录：登记时还没有那一年的工作日历。</p>;
  const { basis, dueAt, days } = read.data;
  const first = days[0];
  return (
    <>
      <p>
        依据：<strong>{basis}</strong>
      </p>
      {dueAt !== null && <p>按小时计算，从登记的时刻起，到 {fullTime(dueAt)} 为止。</p>}
      {days.length > 0 && (
        <p class="hint">
          从登记的次日起算，{days.filter((day) => day.counted).length} 天计入，{days.filter((day) => !day.counted).length} 天不计。
        </p>
      )}
      <ol class={`days${first ? ` from-${weekday(first.date)}` : ""}`}>
        {numbered(days).map(({ day, number }) => (
          <li class={day.counted ? "counted" : "skipped"}>
            <time datetime={day.date}>{day.date.slice(5)}</time> <span class="weekday">周{weekdays[weekday(day.date)]}</span>
            <span class="number">{number === null ? "不计" : `第 ${number} 天`}</span>
            <span class="reason">{day.reason}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

/** The days with their place among those that count. */
function numbered(days: readonly CountedDay[]) {
  let counted = 0;
  return days.map((day) => ({ day, number: day.counted ? ++counted : null }));
}
