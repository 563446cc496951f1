import type { DialogTurn } from "../../store/consultation-reading.js";
import { basePath } from "../parts.js";
import { Badge, toneOfOutcome } from "./badge.js";
import { Time } from "./time.js";
import type { PageWords } from "./words.js";

type DialogProps = {
  readonly words: PageWords;
  readonly turns: readonly DialogTurn[];
  /** The turn that the page is about, or null. */
  readonly current: number | null;
  readonly now: Date;
};

/** What was said, as it was written: the resident's own words, personal data included. */
export function Dialog({ words, turns, current, now }: DialogProps) {
  return (
    <ol class="dialog">
      {turns.map((turn) => (
        <li class={turn.id === current ? "current" : undefined} aria-current={turn.id === current ? "true" : undefined}>
          <p class="meta">
            <Time at={turn.at} now={now} />
            <Badge tone={toneOfOutcome(turn.outcome)} text={words.console.outcomes[turn.outcome]} />
            {turn.id === current ? <span>本次咨询</span> : <a href={`${basePath}/consultations/${turn.id}`}>看这次咨询</a>}
          </p>
          <p class="asked">
            <span class="visually-hidden">居民：</span>
            {turn.asked}
          </p>
          <p class="replied">
            <span class="visually-hidden">答复：</span>
            {turn.replied}
          </p>
        </li>
      ))}
    </ol>
  );
}
