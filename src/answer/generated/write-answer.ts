import type { Prompt } from "../../knowledge/prompts.js";
import type { ChatAnswer, ChatModel } from "../../models/chat/chat-model.js";
import type { Ports } from "../step.js";
import { checkStatement } from "./check-generated.js";
import type { Finding } from "./finding.js";
import { type Asking, makePrompt } from "./make-prompt.js";
import { type Completeness, type Generated, readGenerated, type Statement } from "./read-generated.js";
import { releaseStatements } from "./release-statements.js";
import { faultsText } from "./repair.js";
import type { Source } from "./sources.js";

export type Written =
  /** Every sentence passed. */
  | {
      readonly kind: "written";
      readonly completeness: Exclude<Completeness, "none">;
      readonly statements: readonly Statement[];
      readonly repaired: boolean;
    }
  /** The model finds no answer in the sources. */
  | { readonly kind: "none" }
  /** Nothing that may be said; `why` for the trace. */
  | { readonly kind: "nothing"; readonly why: string };

export type WritingPorts = Pick<Ports, "knowledge" | "retrieval" | "chatTimeoutMs" | "conversationKey" | "onSentence"> & {
  readonly chatModel: ChatModel;
};

type Read = { readonly generated: Generated | null; readonly findings: readonly Finding[] };

/** Has the model write from the sources, holds each sentence against them, and has what fails repaired once. */
export async function writeAnswer(asking: Asking, sources: readonly Source[], ports: WritingPorts): Promise<Written> {
  const { answer, repair } = ports.knowledge.prompts;
  const check = rememberedCheck(sources, ports);
  const release = ports.onSentence === null ? null : releaseStatements(sources.length, check, ports.onSentence);
  const first = await ask(answer, {}, release?.take);
  await release?.done();
  if (first.kind === "silent") return { kind: "nothing", why: first.why };
  const read = await readChecked(first);
  if (read.generated && read.findings.length === 0) return written(read.generated, false);
  const faults = faultsText(read.findings, ports.knowledge.support);
  const second = await ask(repair, { answer: first.text, faults });
  if (second.kind === "silent") return { kind: "nothing", why: `${rulesOf(read.findings)}; repair ${second.why}` };
  const repaired = await readChecked(second);
  if (repaired.findings.length > 0) return { kind: "nothing", why: `${rulesOf(read.findings)}; repaired ${rulesOf(repaired.findings)}` };
  // what is left of nothing is no word on the question
  if (repaired.generated === null || repaired.generated.completeness === "none")
    return { kind: "nothing", why: `${rulesOf(read.findings)}; nothing left` };
  return written(repaired.generated, true);

  function ask(prompt: Prompt, more: Parameters<typeof makePrompt>[3], onDelta?: (piece: string) => void): Promise<ChatAnswer> {
    const { chatModel, conversationKey, chatTimeoutMs } = ports;
    return chatModel.ask({
      ...makePrompt(prompt, asking, sources, more),
      conversation: conversationKey,
      within: chatTimeoutMs,
      ...(onDelta ? { onDelta } : {}),
    });
  }

  async function readChecked({ text, cutOff }: Extract<ChatAnswer, { kind: "said" }>): Promise<Read> {
    const generated = readGenerated(text, sources.length);
    if (generated === null) return { generated, findings: [{ rule: "form", statement: 0, detail: "" }] };
    const findings = cutOff ? [{ rule: "cut_off" as const, statement: generated.statements.length, detail: "" }] : [];
    for (const [place, statement] of generated.statements.entries()) findings.push(...((await check(statement, place)) as typeof findings));
    return { generated, findings };
  }
}

function written({ completeness, statements }: Generated, repaired: boolean): Written {
  return completeness === "none" ? { kind: "none" } : { kind: "written", completeness, statements, repaired };
}

function rulesOf(findings: readonly Finding[]): string {
  return [...new Set(findings.map(({ rule }) => rule))].join(",");
}

/** A sentence that was released while it came, or that a repair leaves as it was, is checked once. */
function rememberedCheck(sources: readonly Source[], ports: WritingPorts) {
  const known = new Map<string, Promise<readonly Finding[]>>();
  return async (statement: Statement, place: number): Promise<readonly Finding[]> => {
    const key = `${statement.sources.join()}|${statement.text}`;
    const before = known.get(key) ?? checkStatement(statement, place, sources, ports);
    known.set(key, before);
    return (await before).map((finding) => ({ ...finding, statement: place }));
  };
}
