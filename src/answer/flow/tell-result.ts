import { type Place, placeName } from "../../domain/place.js";
import { chineseDate, type PlainDate } from "../../domain/plain-date.js";
import { type Citation, type Outcome, type Reply, reply } from "../../domain/reply.js";
import { fillText, holdsNumber, isUnsettled, type ReliedOn, sourceOf, type ToldOutcome, tellOutcome } from "../../eligibility/index.js";
import { type CitedArticleName, type FlowResult, reachedFrom } from "../../knowledge/flows/index.js";
import { fillIn } from "../../text/fill.js";
import { citationOf } from "../compose/passage.js";
import { sourceList } from "../compose/sources.js";
import type { DialogState } from "../dialog.js";
import { type Computed, guardReply } from "../guards/guard-reply.js";
import { offerChoices } from "../offer.js";
import type { Ports, Turn } from "../step.js";
import { flowChoiceId } from "./flow-choice.js";
import type { Going } from "./go-through.js";

const mostCitations = 5;
const longest = 1_000;
/** Of a case that stays open, the articles to read. */
const readFurther = 3;

/** What telling an outcome needs to know. */
export type TellingTurn = Pick<Turn, "place" | "asOf" | "dialog">;
export type TellingPorts = Pick<Ports, "knowledge" | "retrieval">;

/** What a flow came to; `status` says which outcome, or what the guard found when nothing safe could be said. */
export type Told = { readonly reply: Reply; readonly dialog: DialogState; readonly status: string };

const outcomes: Readonly<Record<FlowResult, Outcome>> = { eligible: "answered", not_eligible: "answered", depends: "answered_partly" };

/** The end of a flow as a reply: the outcome, its sums, what to do, the resident's answers, the sources. The flow is closed. */
export function tellResult(going: Going, turn: TellingTurn, ports: TellingPorts): Told {
  const { standing, situation } = going;
  const words = ports.knowledge.flowWordings;
  if (standing.kind === "outcome") {
    try {
      const told = tellOutcome(standing.outcome, standing.path, situation, words.sums);
      return settled(told, going, turn, ports);
    } catch (cause) {
      if (!isUnsettled(cause)) throw cause;
    }
  }
  return unsettled(going, turn, ports);
}

function settled(told: ToldOutcome, going: Going, turn: TellingTurn, ports: TellingPorts): Told {
  const { flowWordings: words } = ports.knowledge;
  const shown = [...told.shown, ...askedParameters(going)];
  const citations = citationsOf([...shown.map(({ value }) => value), ...told.cites], told.cites, turn, ports, shown);
  const fictional = [...new Set([...shown, ...told.decided].flatMap((each) => (each.fictional ? [each.name] : [])))];
  const marks = citations.map(({ n }) => `[${n}]`).join("");
  const parts = [
    `${told.text}${marks}`,
    told.sums.length > 0 ? [words.result.sums, ...told.sums.map(({ text }) => text)].join("\n") : "",
    fillIn(words.result.basis, { articles: namesOf(told.cites) }),
    fictional.length > 0 ? fillIn(words.result.fictional, { names: fictional.join("、") }) : "",
    [words.result.next, ...told.next.map((line) => `· ${line}`)].join("\n"),
    going.flow.guide === null ? "" : fillIn(words.result.guide, { guide: going.flow.guide }),
  ];
  const unsourced = shown.flatMap(({ value: { value } }) => (citations.some(({ quote }) => holdsNumber(quote, value)) ? [] : [value]));
  const computed = told.sums.map(({ text }): Computed => ({ sum: text, unsourced }));
  return closed(parts, citations, outcomes[told.result], `outcome: ${told.outcome}`, computed, going, turn, ports);
}

/** What the resident does not know, or the rules do not settle: the articles that would decide, and no outcome. */
function unsettled(going: Going, turn: TellingTurn, ports: TellingPorts): Told {
  const { flow, standing } = going;
  const { flowWordings: words } = ports.knowledge;
  const node = standing.kind === "outcome" ? (standing.path.at(-1) ?? "") : standing.node;
  const reached = reachedFrom(flow, node);
  const cites = Object.entries(flow.outcomes).flatMap(([name, { cites: each }]) => (reached.has(name) ? each : []));
  const citations = citationsOf(cites.slice(0, readFurther), cites.slice(0, readFurther), turn, ports, []);
  const isUnknown = standing.kind === "unsettled" && going.open.answers[node] === null;
  const basis = fillIn(words.result.basis, { articles: namesOf(cites.slice(0, readFurther)) });
  const parts = [isUnknown ? words.result.unknown : words.result.unsettled, basis];
  return closed(parts, citations, "answered_partly", `unsettled: ${node}`, [], going, turn, ports);
}

/** 《职工带薪年休假条例》第三条、第四条；《…》第五条 */
function namesOf(cites: readonly CitedArticleName[]): string {
  const byDocument = new Map<string, Set<string>>();
  for (const { document, article } of cites) byDocument.set(document, new Set([...(byDocument.get(document) ?? []), article]));
  return [...byDocument].map(([document, articles]) => `《${document}》${[...articles].join("、")}`).join("；");
}

/** The parameters in the questions that were asked: their numbers stand in the summary of the answers. */
function askedParameters({ flow, situation, standing }: Going): readonly ReliedOn[] {
  const found = new Map<string, ReliedOn>();
  const relies = (parameter: string, value: ReliedOn["value"]) => {
    const { name = parameter, fictional = false } = flow.parameters[parameter] ?? {};
    found.set(parameter, { parameter, name, fictional, value });
  };
  for (const node of standing.path) shortAsk(node, { ...situation, relies }, flow);
  return [...found.values()];
}

/** The question without what explains it. */
function shortAsk(node: string, situation: Going["situation"], flow: Going["flow"]): string {
  const ask = flow.nodes[node]?.ask ?? "";
  const [first = ask] = /^[^？?。]*[？?。]?/.exec(ask) ?? [];
  try {
    return fillText(first, situation);
  } catch (cause) {
    if (isUnsettled(cause)) return first.replace(/\{[^}]*\}/g, "…");
    throw cause;
  }
}

/** The published words behind articles, each passage once. */
function citationsOf(
  wanted: readonly CitedArticleName[],
  cites: readonly CitedArticleName[],
  turn: TellingTurn,
  { retrieval }: TellingPorts,
  shown: readonly ReliedOn[],
): readonly Citation[] {
  const found = new Map<number, Citation>();
  const inOrder = [...cites, ...wanted];
  for (const { document, article } of inOrder) {
    const numbers = shown.flatMap(({ value }) => (value.document === document && value.article === article ? [value.value] : []));
    const since = shown.find(({ value }) => value.document === document && value.article === article)?.value.from;
    const hit =
      sourceOf({ document, article }, retrieval, turn, numbers) ??
      (since === undefined ? null : sourceOf({ document, article }, retrieval, { ...turn, asOf: since }, numbers));
    if (hit !== null && !found.has(hit.chunk.id) && found.size < mostCitations)
      found.set(hit.chunk.id, citationOf({ hit, lines: [] }, found.size + 1));
  }
  return [...found.values()];
}

function closed(
  parts: readonly string[],
  citations: readonly Citation[],
  outcome: Outcome,
  status: string,
  computed: readonly Computed[],
  going: Going,
  turn: TellingTurn,
  ports: TellingPorts,
): Told {
  const { knowledge, retrieval } = ports;
  const { answerWordings, replacedSince, office, flowWordings: words } = knowledge;
  const answers = answerLines(going, ports);
  const sources = sourceList(citations, answerWordings, replacedSince, turn.asOf);
  const textWith = (summary: readonly string[]) => [...parts, summary.join("\n"), sources].filter((part) => part !== "").join("\n\n");
  const whole = textWith([words.result.answers, ...answers]);
  const text = whole.length <= longest ? whole : textWith([]);
  const own = [...answers, chineseDate(turn.asOf), office.telephone, office.hours, office.hotline, going.flow.guide ?? ""];
  const [finding] = guardReply(text, citations, retrieval.documentText, own, answerWordings.sources, computed);
  const again = { id: flowChoiceId({ kind: "begin", flow: going.flow.id }), label: words.choices.again };
  const dialog: DialogState = { ...turn.dialog, flow: null, unanswered: null, choices: [again] };
  if (!finding) {
    const said = reply({ kind: "answer", outcome, route: "question", text, citations, confidence: 1, choices: [again] });
    return { reply: said, dialog, status };
  }
  const choices = offerChoices(answerWordings);
  const safe = `${answerWordings.cannotAnswerSafely}\n\n${answerWordings.offerRequest}`;
  return {
    reply: reply({ kind: "offer", outcome: "unanswered_no_source", route: "question", text: safe, choices }),
    dialog: { ...dialog, choices, unanswered: going.flow.title },
    status: `${finding.rule}: ${finding.detail}`,
  };
}

/** What the resident answered, a line each. */
function answerLines({ flow, situation, standing }: Going, { knowledge }: TellingPorts): readonly string[] {
  const words = knowledge.flowWordings;
  return standing.path.map((node) => {
    const ask = shortAsk(node, situation, flow);
    return `· ${fillIn(words.result.answer, { ask, answer: answerText(node, situation, flow, words.result.unknownAnswer) })}`;
  });
}

function answerText(name: string, situation: Going["situation"], flow: Going["flow"], unknown: string): string {
  const node = flow.nodes[name];
  const answer = situation.answers[name];
  if (answer == null || node === undefined) return unknown;
  switch (node.kind) {
    case "choice":
      return fillText(node.options[answer] ?? "", situation);
    case "number":
      return `${answer}${node.unit}`;
    case "date":
      return chineseDate(answer as PlainDate);
    case "place":
      return placeName(answer as Place);
  }
}
