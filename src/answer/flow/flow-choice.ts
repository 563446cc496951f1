import type { Choice } from "../../domain/reply.js";
import type { Turn } from "../step.js";

/** A button of a flow. All but `begin` belong to one run: an old one, or another conversation's, is known by that. */
export type FlowChoice =
  | { readonly kind: "begin"; readonly flow: string }
  | { readonly kind: "answer"; readonly run: string; readonly node: string; readonly option: string }
  | { readonly kind: "back" | "why"; readonly run: string; readonly node: string }
  | { readonly kind: "exit" | "goOn"; readonly run: string };

const prefix = "flow_";
const letters = { answer: "fa", back: "fb", why: "fw", exit: "fx", goOn: "fg" } as const;

/** The id of a button: short, because Telegram takes 64 bytes. */
export function flowChoiceId(choice: FlowChoice): string {
  if (choice.kind === "begin") return `${prefix}${choice.flow}`;
  const head = `${letters[choice.kind]}.${choice.run}`;
  if (choice.kind === "answer") return `${head}.${choice.node}.${choice.option}`;
  return "node" in choice ? `${head}.${choice.node}` : head;
}

/** Reads a button's id; null when it is none of a flow's. */
export function readFlowChoice(id: string): FlowChoice | null {
  if (/^flow_[a-z0-9_]+$/.test(id)) return { kind: "begin", flow: id.slice(prefix.length) };
  const [letter, run = "", node = "", option = "", ...rest] = id.split(".");
  const kind = Object.entries(letters).find(([, each]) => each === letter)?.[0] as keyof typeof letters | undefined;
  if (kind === undefined || run === "" || rest.length > 0) return null;
  if (kind === "answer") return { kind, run, node, option };
  return kind === "exit" || kind === "goOn" ? { kind, run } : { kind, run, node };
}

/**
 * The flow's button that the turn presses: by id, also an old one; by the label of one below the last reply; or, where numbers are no answers, by
 * its number.
 */
export function pressedFlowChoice({ choice, text, dialog }: Pick<Turn, "choice" | "text" | "dialog">, numbers: boolean): FlowChoice | null {
  const byId = readFlowChoice(choice?.trim() ?? "");
  if (byId !== null) return byId;
  for (const said of [choice, text]) {
    const wanted = said?.trim().replace(/[。！!.、]+$/, "") ?? "";
    const named =
      dialog.choices.find(({ label }) => label === wanted) ?? (numbers || said === choice ? numbered(wanted, dialog.choices) : undefined);
    const read = named ? readFlowChoice(named.id) : null;
    if (read !== null) return read;
  }
  return null;
}

function numbered(text: string, choices: readonly Choice[]): Choice | undefined {
  const digits = /^(?:我?选择?|第)?\s*([1-9][0-9]?)\s*(?:个|项|号)?$/.exec(text.normalize("NFKC"))?.[1];
  return digits === undefined ? undefined : choices[Number(digits) - 1];
}
