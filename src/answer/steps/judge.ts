import { hasOwnLaw, holdsIn, type Place, placeName } from "../../domain/place.js";
import { dateNumber } from "../../domain/plain-date.js";
import type { Answerability } from "../../knowledge/answerability.js";
import type { Hit } from "../../retrieval/index.js";
import { fillIn } from "../../text/fill.js";
import { matterKey } from "../../text/matter-key.js";
import { answerabilityOf } from "../answerability.js";
import { guideFor } from "../compose/guide.js";
import { articleBehind } from "../law-behind.js";
import { onlyRelated, passageOf, understoodAs } from "../only-related.js";
import type { Ports, Step, Turn } from "../step.js";
import { type Unanswered, unanswered } from "../unanswered.js";

/** More likely than not. */
const likely = 0.5;

/**
 * Decides whether what was found answers: goes on when it does; else says that only a text out of force or of another place speaks of it,
 * or points at what is related, or says that it does not know.
 */
export const judge: Step = {
  name: "judge",
  async run(turn, ports) {
    const model = ports.knowledge.answerability;
    const { asksForRule, answers } = answerabilityOf(turn.query, turn.hits, ports.knowledge);
    const hasGuide = asksForRule >= likely && guideFor(turn.hits, { question: turn.query, knowledge: ports.knowledge }) !== null;
    const probability = Math.max(answers, hasGuide ? model.guide : 0);
    const isAnswerable = turn.hits.length > 0 && probability >= model.thresholds.answer;
    const isRelated = turn.hits.length > 0 && probability >= model.thresholds.related;
    const say = (what: Unanswered) => unanswered(what, turn, ports, probability);

    if (hasOwnLaw(turn.place) || model.saysNothing.some((pattern) => pattern.test(turn.query)))
      return unanswered(silent(turn, ports), turn, ports, 0);
    const home = turn.asked?.elsewhere ? turn.asked.home : turn.place;
    const ours = turn.hits.filter(({ version }) => holdsIn(version.place as Place, home));
    const theirs = turn.hits.find(({ version }) => !holdsIn(version.place as Place, home));
    const best = turn.hits[0];
    if (isRelated && best && theirs && theirs.score >= model.elsewhere.besideOurs * best.score)
      return say(foundThere(theirs, ours, turn, ports));
    const later = isAnswerable && turn.asked !== null && turn.asOf < turn.asked.today ? await elsewhere(turn, ports) : null;
    if (later && wasNotYet(later, ours))
      return unanswered(doesNotHold(later, turn, ports), turn, ports, Math.min(probability, model.thresholds.related));
    if (isAnswerable && ours.length > 0)
      return { kind: "continue", status: "answerable", turn: { ...turn, hits: ours, answerability: probability } };
    const other = await elsewhere(turn, ports);
    if (other && asksForRule >= likely && overtakes(other, best, model.elsewhere)) return say(doesNotHold(other, turn, ports));
    if (isRelated && ours.length > 0) return say(onlyRelated(ours, turn, ports));
    return say(silent(turn, ports));
  },
};

/** What an office wrote for its own residents is nobody else's rule, and need not be named elsewhere. */
const ownTexts = new Set(["interpretation", "service_guide", "faq", "notice", "disclosure", "normative_document"]);

/** The best text that does not hold: out of force, or of a place that nobody asked about. */
async function elsewhere(turn: Turn, { retrieval }: Ports): Promise<Hit | null> {
  const { place, asOf, asked, query } = turn;
  const found = await retrieval.search(query, { place, asOf, top: 5, scope: "elsewhere" });
  for (const hit of found) {
    const isExplanation = ownTexts.has(hit.version.kind);
    if (hit.status === "in_force" && (isExplanation || asked?.elsewhere)) continue;
    // what an explanation written later rests on says when the rule began; the explanation itself does not
    const isLater = isExplanation && hit.status === "not_yet" && asked !== null && asOf < asked.today;
    const named = isLater ? articleBehind(hit, { place, asOf: asked.today }, retrieval) : hit;
    if (named && named.version.from > dateNumber(asOf)) return { ...named, status: "not_yet" };
    if (named && !isLater) return named;
  }
  return null;
}

/** True when a text that does not hold answers so much better than those that do that it is named instead of them. */
function overtakes(other: Hit, best: Hit | undefined, { coverage, factor }: Answerability["elsewhere"]): boolean {
  return other.coverage >= coverage && other.score > factor * (best?.score ?? 0);
}

/**
 * The rule that is meant came after the day asked about, and what held then is about something else: a text that began later is nearer than any
 * that held, and is no newer version of one of the best of them.
 */
function wasNotYet(later: Hit, ours: readonly Hit[]): boolean {
  const isNewerVersion = ours.slice(0, 3).some(({ version }) => matterKey(version.title) === matterKey(later.version.title));
  return later.status === "not_yet" && !isNewerVersion && later.score > (ours[0]?.score ?? 0);
}

/** Another place was asked about, and its own text speaks of it; one of ours that does as well stands beside it. */
function foundThere(theirs: Hit, ours: readonly Hit[], turn: Turn, { knowledge }: Ports): Unanswered {
  const words = knowledge.answerWordings;
  const beside = ours[0] && ours[0].score >= knowledge.answerability.elsewhere.besideOurs * theirs.score ? [ours[0]] : [];
  const place = turn.asked?.elsewhere?.text ?? placeName(turn.place);
  return {
    outcome: "unanswered_out_of_place",
    lead: fillIn(words.foundThere, { place }),
    passages: [theirs, ...beside].map((hit) => passageOf(hit, turn)),
    quotedAs: fillIn(words.textThere, { place }),
  };
}

/** Only a text that is not in force on the day asked about, or that another place made. */
function doesNotHold(hit: Hit, turn: Turn, { knowledge }: Ports): Unanswered {
  const words = knowledge.answerWordings;
  const passages = [passageOf(hit, turn)];
  const { status, version } = hit;
  if (status === "in_force") {
    const lead = fillIn(words.outOfPlace, { place: placeName(version.place as Place) });
    return { outcome: "unanswered_out_of_place", lead, passages, quotedAs: null };
  }
  const then = turn.asked?.date && turn.asked.day < turn.asked.today ? turn.asked.date.text : null;
  const lead = status === "not_yet" && then !== null ? fillIn(words.notInForce.later, { date: then }) : words.notInForce[status];
  return { outcome: "unanswered_not_in_force", lead, passages, quotedAs: status === "not_yet" ? words.relatedText : null };
}

function silent(turn: Turn, { knowledge }: Ports): Unanswered {
  const words = knowledge.answerWordings;
  const understood = understoodAs(turn, words);
  const lead = turn.asked?.elsewhere
    ? fillIn(words.unansweredThere, { place: turn.asked.elsewhere.text })
    : joined(understood, words.unanswered);
  return { outcome: "unanswered_no_source", lead, passages: [], quotedAs: null };
}

function joined(first: string, second: string): string {
  return first === "" ? second : `${first}\n${second}`;
}
