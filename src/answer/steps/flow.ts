import { chineseDate, type PlainDate } from "../../domain/plain-date.js";
import { type Reply, reply } from "../../domain/reply.js";
import { readAnswer } from "../../eligibility/index.js";
import type { FlowWordings } from "../../knowledge/flow-wordings.js";
import { fillIn } from "../../text/fill.js";
import { resolveChoice } from "../choices.js";
import { classifyRoute } from "../classify-route.js";
import type { DialogState } from "../dialog.js";
import { askNode, whyOf, wrongText } from "../flow/ask-node.js";
import { type FlowChoice, pressedFlowChoice } from "../flow/flow-choice.js";
import { type Going, goingThrough, labelsOf } from "../flow/go-through.js";
import type { OpenFlow } from "../flow/open-flow.js";
import { tellResult } from "../flow/tell-result.js";
import type { ImmediateStep, Ports, StepResult, Turn } from "../step.js";

/** Goes through a questionnaire, one question a turn: an answer, a step back, why it is asked, the way out. */
export const flow: ImmediateStep = {
  name: "flow",
  run(turn, ports) {
    const { flow: open } = turn.dialog;
    const going = open === null ? null : goingThrough(open, turn, ports);
    const asked = going?.standing.kind === "ask" ? (going.flow.nodes[going.standing.node] ?? null) : null;
    const pressed = pressedFlowChoice(turn, asked?.kind === "choice");
    if (pressed?.kind === "begin") return begins(pressed.flow, turn, ports);
    if (open === null) return pressed ? oldButton(turn, ports) : goesOn(turn, "none_open");
    if (going === null && open.paused && pressed === null)
      return goesOn({ ...turn, dialog: { ...turn.dialog, flow: null } }, "not_offered");
    if (going === null || going.standing.kind !== "ask") return noLongerOffered(open, turn, ports);
    const { node } = going.standing;
    if (pressed !== null) return pressedIn(pressed, node, going, turn, ports);
    if (turn.dialog.draft !== null) return goesOn(turn, "left_open: draft");
    if (open.paused && resolveChoice(turn) !== null) return goesOn(turn, "left_open: other_choice");
    return saidIn(node, going, turn, ports);
  },
};

function begins(id: string, turn: Turn, ports: Ports): StepResult {
  const { knowledge, eligibility, clock, conversationId } = ports;
  const words = knowledge.flowWordings;
  const known = knowledge.flows.flows.find((each) => each.id === id);
  if (!known) return oldButton(turn, ports);
  if (!eligibility.offered(turn).includes(known)) return noLongerOffered({ id }, turn, ports);
  const run = `${conversationId ?? 0}-${clock().getTime().toString(36)}`;
  const open: OpenFlow = { id, run, answers: {}, tries: 0, paused: false };
  return asks(open, turn, ports, "begins", [fillIn(words.begin, { title: known.title })]);
}

/** A button below one of the flow's replies; an old one changes nothing. */
function pressedIn(
  pressed: Exclude<FlowChoice, { readonly kind: "begin" }>,
  node: string,
  going: Going,
  turn: Turn,
  ports: Ports,
): StepResult {
  const { open } = going;
  const isOld = pressed.run !== open.run || ("node" in pressed && pressed.node !== node);
  if (isOld) return asks(open, turn, ports, "old_button", [ports.knowledge.flowWordings.oldButton]);
  switch (pressed.kind) {
    case "back":
      return stepsBack(going, turn, ports);
    case "why":
      return asks(open, turn, ports, "tells_why", [whyOf(node, going, ports.knowledge.flowWordings)]);
    case "exit":
      return exits(turn, ports);
    case "goOn":
      return resumes(going, turn, ports);
    case "answer":
      if (pressed.option in labelsOf(node, going)) return answers(node, pressed.option, going, turn, ports);
      return asks(open, turn, ports, "old_button", [ports.knowledge.flowWordings.oldButton]);
  }
}

/** Words: a command, an answer, or something else that the other steps answer. */
function saidIn(node: string, going: Going, turn: Turn, ports: Ports): StepResult {
  const { knowledge } = ports;
  const words = knowledge.flowWordings;
  const text = turn.text.trim();
  const says = (patterns: readonly RegExp[]) => patterns.some((pattern) => pattern.test(text));
  if (says(words.understands.goOn)) return resumes(going, turn, ports);
  // 取消 after an answer with other buttons may be about those
  if (!going.open.paused || turn.dialog.choices.length <= 1) {
    if (says(words.understands.back)) return stepsBack(going, turn, ports);
    if (says(words.understands.exit)) return exits(turn, ports);
  }
  if (says(words.understands.why)) return asks(going.open, turn, ports, "tells_why", [whyOf(node, going, words)]);
  const asked = going.flow.nodes[node];
  if (asked === undefined) return goesOn(turn, "none_open");
  const labels = labelsOf(node, going);
  const read = readAnswer(asked, text, { today: turn.asOf, places: knowledge.places, words, labels });
  const isLabel = Object.values(labels).includes(text);
  if (!isLabel && read.kind !== "unknown" && isAside(text, read.kind === "given" ? longAnswer : 2, words, ports))
    return goesOn(turn, "left_open: aside");
  if (read.kind === "given") {
    const before = read.asMonth ? [fillIn(words.asMonth, { date: chineseDate(read.answer as PlainDate) })] : [];
    return answers(node, read.answer, going, turn, ports, before);
  }
  if (going.open.paused) return goesOn(turn, "left_open: paused");
  if (read.kind === "unknown") return answers(node, null, going, turn, ports);
  const open = { ...going.open, tries: going.open.tries + 1 };
  const kind = wrongText(read.why, asked, turn.asOf, words);
  return asks(open, turn, ports, `wrong: ${read.why}`, [open.tries > 1 ? `${kind}\n${words.wrong.again}` : kind]);
}

/** A text of so many characters that holds an answer may still be about something else: 楼下有3个人在吵架. */
const longAnswer = 8;

/** Something else than an answer: a question, a complaint, thanks. */
function isAside(text: string, shortest: number, { understands }: FlowWordings, { knowledge }: Ports): boolean {
  if (text.length < shortest) return false;
  if (understands.question.some((pattern) => pattern.test(text))) return true;
  const { route, kind, confidence } = classifyRoute(text, knowledge.routing);
  if (route === "smalltalk" && (kind === null || kind === "other")) return false;
  return route !== "question" && confidence >= knowledge.routing.thresholds.aside;
}

function answers(node: string, answer: string | null, going: Going, turn: Turn, ports: Ports, before: readonly string[] = []): StepResult {
  const { standing, open } = going;
  // an answer of a way that is no longer taken is forgotten
  const kept = Object.fromEntries(standing.path.map((each) => [each, open.answers[each] ?? null]));
  const next: OpenFlow = { ...open, answers: { ...kept, [node]: answer }, tries: 0, paused: false };
  const moved = goingThrough(next, turn, ports);
  if (moved === null) return noLongerOffered(open, turn, ports);
  const masked = ports.knowledge.flowWordings.logged;
  if (moved.standing.kind === "ask")
    return { kind: "reply", status: `asks: ${moved.standing.node}`, ...askNode(moved.standing.node, moved, turn, ports, before), masked };
  return { kind: "reply", ...tellResult(moved, turn, ports), masked };
}

function stepsBack(going: Going, turn: Turn, ports: Ports): StepResult {
  const words = ports.knowledge.flowWordings;
  const { standing, open } = going;
  const last = standing.path.at(-1);
  if (last === undefined) return asks(open, turn, ports, "at_start", [words.backAtStart]);
  const kept = Object.fromEntries(standing.path.slice(0, -1).map((each) => [each, open.answers[each] ?? null]));
  return asks({ ...open, answers: kept, tries: 0 }, turn, ports, "steps_back", [words.back]);
}

function resumes({ flow: { title }, open }: Going, turn: Turn, ports: Ports): StepResult {
  return asks(open, turn, ports, "resumes", [fillIn(ports.knowledge.flowWordings.resumed, { title })]);
}

/** Asks what the flow stands at. */
function asks(open: OpenFlow, turn: Turn, ports: Ports, status: string, before: readonly string[]): StepResult {
  const going = goingThrough(open, turn, ports);
  if (going?.standing.kind !== "ask") return noLongerOffered(open, turn, ports);
  return { kind: "reply", status, ...askNode(going.standing.node, going, turn, ports, before) };
}

function exits(turn: Turn, { knowledge }: Ports): StepResult {
  return { kind: "reply", status: "exits", ...closing(knowledge.flowWordings.left, turn) };
}

/** A button of a run that is over, or of somebody else's: it changes nothing. */
function oldButton(turn: Turn, { knowledge }: Ports): StepResult {
  const { reply: said } = closing(knowledge.flowWordings.oldButtonOutside, turn);
  return { kind: "reply", status: "old_button", reply: said, dialog: turn.dialog };
}

/** What it rests on has changed, or it is gone: nothing is computed any more. */
function noLongerOffered({ id }: Pick<OpenFlow, "id">, turn: Turn, ports: Ports): StepResult {
  const { flows, flowWordings: words } = ports.knowledge;
  const title = flows.flows.find((each) => each.id === id)?.title ?? "";
  const said = title === "" ? words.oldButtonOutside : fillIn(words.notOffered, { title });
  return { kind: "reply", status: "not_offered", ...closing(said, turn) };
}

function closing(text: string, turn: Turn): { readonly reply: Reply; readonly dialog: DialogState } {
  const said = reply({ kind: "clarify", outcome: "clarifying", route: "question", text });
  return { reply: said, dialog: { ...turn.dialog, flow: null, choices: [] } };
}

function goesOn(turn: Turn, status: string): StepResult {
  return { kind: "continue", status, turn };
}
