import type { Route } from "../../domain/reply.js";
import { findLocation } from "../../text/location.js";
import { segment } from "../../text/segment.js";
import { answerabilityOf } from "../answerability.js";
import { classifyRoute } from "../classify-route.js";
import { completeByModel } from "../follow-up/complete-by-model.js";
import { type Completion, completions, coreOf, isCorrection } from "../follow-up/completions.js";
import { asksForSecond, listedMatters } from "../follow-up/listed-matters.js";
import type { Ports, Step, StepResult, Turn } from "../step.js";

const hitsLookedAt = 5;
/** A lone number or a sign completes nothing. */
const sayable = /\p{Script=Han}{2}|\p{Script=Latin}{3}/u;
/** 我家 and 他们 name nothing that a text would speak of. */
const ofPersons = /^[我你您他她它咱]/u;
/** From this probability on, a complaint is one without a place too. */
const plainly = 0.9;
/** Messages of these kinds are whole, whatever came before. */
const whole: ReadonlySet<Route> = new Set(["attack", "smalltalk", "handover", "emergency", "status", "disclosure"]);
const neverLeaning: ReadonlySet<Route> = new Set(["attack", "handover", "emergency"]);
const reported: ReadonlySet<Route> = new Set(["complaint", "help", "suggestion", "report", "petition"]);
/** How much more a completion is trusted for being closer to what was said. */
const trust: Readonly<Record<Completion["how"], number>> = { swapped: 0.15, by_model: 0.1, asked_else: 0.05, joined: 0 };
/** Of the time that a resident waits for the chat model: the answer needs the most of it. */
const shareOfTime = 0.25;

/** A message that leans on the one before is completed from it; one that stands alone, or begins another subject, stays as it is. */
export const contextualise: Step = {
  name: "contextualise",
  async run(turn, ports) {
    const rules = ports.knowledge.followUps;
    const { topic, listed } = turn.dialog;
    if (turn.chosen !== null || (turn.choice !== null && turn.choice !== "")) return as("choice", turn);
    const matters = listedMatters(turn.query, rules);
    if (matters !== null) return completed("first_of_two", matters.first, { ...turn, dialog: { ...turn.dialog, listed: matters.second } });
    if (listed !== null && asksForSecond(turn.query, rules))
      return completed("second_of_two", listed, { ...turn, dialog: { ...turn.dialog, listed: null } });
    if (topic === null) return as("none_before", turn);
    const core = coreOf(turn.query, rules);
    if (!sayable.test(core) || [...turn.query].length > rules.longest) return as("stands_alone", turn);
    const leans = rules.leaning.some(({ pattern }) => pattern.test(turn.query)) || isCorrection(turn.query, rules);
    if (isWhole(turn.text, core, leans, ports)) return as("another_kind", turn);
    // what asks nothing by itself was told for the question before
    return await best(turn, core, topic.question, leans || !rules.asks.test(turn.query), ports);
  },
};

/** The reading that the published texts answer best, with what its words say for leaning on the last question. */
async function best(turn: Turn, core: string, last: string, leans: boolean, ports: Ports): Promise<StepResult> {
  const { followUps: rules } = ports.knowledge;
  const alone = await answers(turn.query, turn, ports);
  let chosen: Completion | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const each of [...completions(last, core, ports.knowledge), ...(await byModel(last, turn, leans, ports))]) {
    const found = await answers(each.question, turn, ports, each.how === "joined" || each.how === "swapped" ? core : null);
    if (found === 0) continue;
    const probability = found + trust[each.how];
    if (probability <= most) continue;
    chosen = each;
    most = probability;
  }
  // a bare 要钱吗 finds something everywhere, so how well it is answered alone says little
  const isBare = [...core].length <= rules.bare;
  const needed = alone + (!leans ? rules.advantage.standing : isBare ? rules.advantage.bare : rules.advantage.leaning);
  if (chosen === null || most < needed) return as(`stands_alone ${alone.toFixed(2)} ${most.toFixed(2)}`, turn);
  return completed(`${chosen.how} ${alone.toFixed(2)} ${most.toFixed(2)}`, chosen.question, turn);
}

/** What a chat model makes of a message that leans on the last question; nothing without one. */
async function byModel(last: string, { query }: Turn, leans: boolean, ports: Ports): Promise<readonly Completion[]> {
  const { chatModel, chatTimeoutMs, conversationKey: conversation, knowledge } = ports;
  if (!leans || chatModel === null) return [];
  const within = chatTimeoutMs * shareOfTime;
  const question = await completeByModel(last, query, { chatModel, prompts: knowledge.prompts, conversation, within });
  return question === null ? [] : [{ question, how: "by_model" }];
}

/**
 * The probability that what is found answers the question, here and on the day of the message.
 * @param added words of which the best passages must hold one: else they answer the last question again, as if nothing had been added
 */
async function answers(
  question: string,
  { place, asOf }: Turn,
  { knowledge, retrieval }: Ports,
  added: string | null = null,
): Promise<number> {
  const hits = await retrieval.search(question, { place, asOf, top: hitsLookedAt, scope: "holding" });
  const best = hits.slice(0, 2).map(({ chunk, version }) => `${version.title}${chunk.heading ?? ""}${chunk.text}`);
  const names = added === null ? [] : namesIn(added, knowledge);
  const isHeld = names.length === 0 || names.some((name) => best.some((text) => text.includes(name)));
  return isHeld ? answerabilityOf(question, hits, knowledge).answers : 0;
}

/** The words that name something, with those that the texts have for them; numbers and places change from case to case and name nothing. */
function namesIn(added: string, { vocabulary, places, followUps }: Ports["knowledge"]): readonly string[] {
  const withoutPlaces = places.mentionsIn(added).reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), added);
  const rest = withoutPlaces.replace(followUps.quantity, "，");
  const words = segment(rest).filter((word) => sayable.test(word) && !ofPersons.test(word));
  return words.length === 0 ? [] : [...words, ...vocabulary.officialWordsFor(rest).map(({ word }) => word)];
}

/** A complaint is whole when it says where; thanks and the like when their words do not lean on what was said. */
function isWhole(text: string, core: string, leans: boolean, { knowledge }: Ports): boolean {
  const { routing } = knowledge;
  const said = classifyRoute(text, routing);
  if (said.route === "attack" && said.confidence >= routing.thresholds.aside) return true;
  const { route, confidence } = classifyRoute(core, routing);
  if (confidence < routing.thresholds.aside) return false;
  if (whole.has(route)) return !leans || neverLeaning.has(route) || confidence >= plainly;
  return reported.has(route) && ((!leans && confidence >= plainly) || findLocation(text) !== null);
}

function completed(status: string, question: string, turn: Turn): StepResult {
  return { kind: "continue", status, turn: { ...turn, query: question, completed: question } };
}

function as(status: string, turn: Turn): StepResult {
  return { kind: "continue", status, turn };
}
