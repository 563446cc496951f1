import { dayInShanghai } from "../../domain/plain-date.js";

/** A stored time (ISO, +08:00) as staff read it in a list: 10:05 today, 11-23 10:05 this year, else with the year. */
export function shortTime(at: string, now: Date): string {
  const today = dayInShanghai(now);
  const time = at.slice(11, 16);
  if (at.startsWith(today)) return `今天 ${time}`;
  return at.startsWith(today.slice(0, 5)) ? `${at.slice(5, 10)} ${time}` : `${at.slice(0, 10)} ${time}`;
}

export function Time({ at, now }: { readonly at: string; readonly now: Date }) {
  return (
    <time datetime={at} title={fullTime(at)}>
      {shortTime(at, now)}
    </time>
  );
}

/** 2026-11-23 10:05:12 */
export function fullTime(at: string): string {
  return at.slice(0, 19).replace("T", " ");
}
