import type { FollowUps } from "../../knowledge/follow-ups.js";
import type { Gazetteer } from "../../knowledge/places.js";
import { segment } from "../../text/segment.js";

/** A way to read a follow-up as a whole question. */
export type Completion = {
  readonly question: string;
  /** A word of the last question gave way to one of the same kind, its asked thing to another, the new words were added to it, or a chat model did it. */
  readonly how: "swapped" | "asked_else" | "joined" | "by_model";
};

/** The words of a follow-up that carry something, without those that only lean on what was said. */
export function coreOf(message: string, { leads, corrections, bridges, tails }: FollowUps): string {
  const core = [leads, corrections, bridges, tails].reduce((left, pattern) => left.replace(pattern, ""), message.trim());
  return core.trim();
}

/** True when a message says that the last one was wrong. */
export function isCorrection(message: string, { leads, corrections }: FollowUps): boolean {
  return corrections.test(message.trim().replace(leads, ""));
}

/** Every way to complete a follow-up from the last question, the closest first: each question once. */
export function completions(
  last: string,
  core: string,
  { followUps, places }: { readonly followUps: FollowUps; readonly places: Pick<Gazetteer, "mentionsIn"> },
): readonly Completion[] {
  const asksElse = followUps.asks.test(core) ? askedElse(last, core, followUps) : [];
  // what asks something itself is more than another word for the last question
  const words = followUps.asks.test(core) ? [] : [swappedQuantity(last, core, followUps), swappedWord(last, core, followUps)];
  const alike = [...words, swappedPlace(last, core, places)];
  const swapped = asksElse.length === 0 && alike.every((each) => each === null) ? [swappedRelative(last, core)] : alike;
  const found: Completion[] = [
    ...swapped.flatMap((question) => (question === null ? [] : [{ question, how: "swapped" } as const])),
    // with its own question the last one's must go, or its answer would be given for both
    ...(asksElse.length === 0 ? [joined(last, core)] : asksElse).map(
      (question): Completion => ({ question, how: asksElse.length === 0 ? "joined" : "asked_else" }),
    ),
  ];
  return found.filter(({ question }, index) => question !== last && found.findIndex((each) => each.question === question) === index);
}

/** 签三年 after 签一年…: a number of the same unit. */
function swappedQuantity(last: string, core: string, { quantity }: FollowUps): string | null {
  const own = [...core.matchAll(quantity)];
  let question = last;
  for (const [text, unit] of own) {
    const before = [...question.matchAll(quantity)].find((match) => match[1] === unit);
    if (!before || before[0] === text) continue;
    question = question.slice(0, before.index) + text + question.slice(before.index + before[0].length);
  }
  return question === last ? null : question;
}

/** Characters that may stand beside a place: 我是…的. */
const besidePlace = 4;

/** Nothing but a place: 在深圳, 我是广州的. */
function swappedPlace(last: string, core: string, places: Pick<Gazetteer, "mentionsIn">): string | null {
  const [own] = places.mentionsIn(core);
  if (!own || [...core].length - [...own.text].length > besidePlace) return null;
  const [before] = places.mentionsIn(last);
  return before ? last.slice(0, before.start) + own.text + last.slice(before.end) : `在${own.text}，${last}`;
}

/** A word of a list for another of the same list: 离婚 for 结婚. */
function swappedWord(last: string, core: string, { swaps }: FollowUps): string | null {
  const longestIn = (text: string, words: readonly string[]) =>
    words.filter((word) => text.includes(word)).toSorted((a, b) => b.length - a.length)[0];
  for (const words of swaps) {
    const own = longestIn(core, words);
    const before = own === undefined ? undefined : longestIn(last, words);
    if (own !== undefined && before !== undefined && own !== before) return last.replace(before, own);
  }
  return null;
}

/** A short name for one that shares a character with it: 陪产假 for 产假. */
function swappedRelative(last: string, core: string): string | null {
  if (!/^\p{Script=Han}{2,6}$/u.test(core) || last.includes(core)) return null;
  const own = new Set(core);
  const relatives = segment(last).filter(
    (word) => /^\p{Script=Han}{2,6}$/u.test(word) && [...word].some((character) => own.has(character)),
  );
  const shared = (word: string) => [...word].filter((character) => own.has(character)).length / word.length;
  const [nearest] = relatives.toSorted((a, b) => shared(b) - shared(a) || b.length - a.length);
  return nearest === undefined ? null : last.replace(nearest, core);
}

/** 要带什么 after …要多久: the same matter, and something else asked of it; the matter without the end that asked, or without the words alone. */
function askedElse(last: string, core: string, { element, asked }: FollowUps): readonly string[] {
  const matters = [element, asked].map((pattern) => last.replace(pattern, "").replace(/[，,。？?！!]+$/u, ""));
  return matters.filter((matter) => matter !== last && [...matter].length >= 2).map((matter) => `${matter}，${core}`);
}

function joined(last: string, core: string): string {
  return `${last.replace(/[，,。？?！!]+$/u, "")}，${core}`;
}
