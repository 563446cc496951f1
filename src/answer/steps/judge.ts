import { type Citation, type Outcome, type Reply, reply } from "../../domain/reply.js";
import type { Hit } from "../../retrieval/index.js";
import { answerabilityFeaturesOf, answerProbability } from "../answerability.js";
import { guideFor } from "../compose/guide.js";
import { citationOf, type Passage } from "../compose/passage.js";
import { relevantLines } from "../compose/relevant-lines.js";
import { sourceList } from "../compose/sources.js";
import { offerChoices } from "../offer.js";
import type { Ports, Step, StepResult, Turn } from "../step.js";

/** A text that does not hold must beat those that do by this factor before it is named instead. */
const clearlyBetter = 1.25;
const elsewhereCoverage = 0.6;
const quotedAtMost = 260;

/**
 * Decides whether what was found answers: goes on when it does; else says that only a text out of force or of another place speaks of it,
 * or points at what is related, or says that it does not know.
 */
export const judge: Step = {
  name: "judge",
  run(turn, ports) {
    const model = ports.knowledge.answerability;
    const features = answerabilityFeaturesOf(turn.query, turn.hits, model);
    const hasGuide = features.localFact === 0 && guideFor(turn.hits, turn.query) !== null;
    const probability = Math.max(answerProbability(features, model), hasGuide ? model.guide : 0);
    const best = turn.hits[0];
    if (best && probability >= model.thresholds.answer)
      return { kind: "continue", status: "answerable", turn: { ...turn, answerability: probability } };
    const other = elsewhere(turn, ports, best);
    if (other) return pointElsewhere(other, turn, ports, probability);
    if (best && probability >= model.thresholds.related) return pointAtRelated(turn, ports, probability);
    return silent(turn, ports, probability);
  },
};

/** What an office wrote for its own residents is nobody else's rule, and need not be named elsewhere. */
const ownTexts = new Set(["interpretation", "service_guide", "faq", "notice", "disclosure", "normative_document"]);

function elsewhere(turn: Turn, { retrieval }: Ports, best: Hit | undefined): Hit | null {
  const others = retrieval.search(turn.query, { place: turn.place, asOf: turn.asOf, top: 5, scope: "elsewhere" });
  const other = others.find(({ version, status }) => status !== "in_force" || !ownTexts.has(version.kind));
  if (!other || other.coverage < elsewhereCoverage) return null;
  return other.score > clearlyBetter * (best?.score ?? 0) ? other : null;
}

function pointElsewhere(hit: Hit, turn: Turn, ports: Ports, probability: number): StepResult {
  const { answerWordings: words } = ports.knowledge;
  const outOfForce = hit.status !== "in_force";
  const outcome: Outcome = outOfForce ? "unanswered_not_in_force" : "unanswered_out_of_place";
  const passages: readonly Passage[] = [{ hit, lines: relevantLines(hit.chunk.text, turn.query, quotedAtMost) }];
  const lead = outOfForce ? words.notInForce : words.outOfPlace;
  const instead = outOfForce && hit.version.endedBy ? `\n${words.endedBy}《${hit.version.endedBy.replace(/[《》]/g, "")}》。` : "";
  return unanswered(outcome, `${lead}`, instead, passages, turn, ports, probability);
}

function pointAtRelated(turn: Turn, ports: Ports, probability: number): StepResult {
  const passages = turn.hits.slice(0, 2).map((hit) => ({ hit, lines: relevantLines(hit.chunk.text, turn.query, quotedAtMost) }));
  return unanswered("unanswered_no_source", ports.knowledge.answerWordings.related, "", passages, turn, ports, probability);
}

function silent(turn: Turn, ports: Ports, probability: number): StepResult {
  return unanswered("unanswered_no_source", ports.knowledge.answerWordings.unanswered, "", [], turn, ports, probability);
}

function unanswered(
  outcome: Outcome,
  lead: string,
  after: string,
  passages: readonly Passage[],
  turn: Turn,
  ports: Ports,
  probability: number,
): StepResult {
  const { answerWordings: words, replacedSince } = ports.knowledge;
  const citations: readonly Citation[] = passages.map((passage, index) => citationOf(passage, index + 1));
  const sources = citations.length === 0 ? "" : `\n\n${sourceList(citations, words, replacedSince, turn.asOf)}`;
  const choices = offerChoices(words);
  const [nearest] = outcome === "unanswered_no_source" ? passages : [];
  const quoted = nearest ? `\n\n${words.relatedText}[1]：\n${nearest.lines.map((line) => line.trim()).join("\n")}` : "";
  const said: Reply = reply({
    kind: "offer",
    outcome,
    route: turn.route ?? "question",
    text: `${lead}${after}${quoted}\n\n${words.offerRequest}${sources}`,
    citations,
    confidence: probability,
    choices,
  });
  return { kind: "reply", status: outcome, reply: said, dialog: { ...turn.dialog, choices, unanswered: turn.maskedText } };
}
