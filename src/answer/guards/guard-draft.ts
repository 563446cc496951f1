import type { Reply } from "../../domain/reply.js";
import { nameOf } from "../generated/sources.js";
import type { Ports, Turn } from "../step.js";
import { type GuardFinding, guardReply } from "./guard-reply.js";

/** Holds a draft against the promise; what a model wrote may name a source's article and date besides what its quote says. */
export function guardDraft(
  { text, citations, generated }: Reply,
  { text: said, completed }: Pick<Turn, "text" | "completed">,
  { knowledge: { office, answerWordings }, retrieval }: Pick<Ports, "knowledge" | "retrieval">,
): readonly GuardFinding[] {
  const own = [said, completed ?? "", office.telephone, office.hours, office.hotline, ...(generated ? citations.map(nameOf) : [])];
  return guardReply(text, citations, retrieval.documentText, own, answerWordings.sources);
}
