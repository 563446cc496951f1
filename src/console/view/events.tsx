import type { RequestType } from "../../domain/request.js";
import type { StoredEvent } from "../../store/requests.js";
import { Time } from "./time.js";
import type { PageWords } from "./words.js";

/** What happened to a request, in order; notes stand in their own place. */
export function Events({
  words,
  type,
  events,
  now,
}: {
  readonly words: PageWords;
  readonly type: RequestType;
  readonly events: readonly StoredEvent[];
  readonly now: Date;
}) {
  const lifecycle = words.lifecycles.of(type);
  if (events.length === 0) return <p class="nothing">没有记录。</p>;
  return (
    <ol class="events">
      {events.map((event) => (
        <li>
          <strong>{lifecycle.events[event.event]?.label ?? event.event}</strong>
          <span class="meta">
            <Time at={event.at} now={now} /> <span>{words.console.actors[event.actor] ?? event.actor}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
