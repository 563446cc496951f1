import type { Prompts } from "../../knowledge/prompts.js";
import type { ChatModel } from "../../models/chat/chat-model.js";
import { fillIn } from "../../text/fill.js";
import { numbersIn } from "../../text/numerals.js";
import { toSimplified } from "../../text/traditional.js";
import { asData } from "../generated/make-prompt.js";

/** What the prompt has the model write when the message stands alone. */
const asItIs = /^原样/u;
const longest = 60;
/** Of the characters that it writes, so many must have been said. */
const said = 0.85;

/**
 * A follow-up as a chat model completes it from the last question, both masked; null when it says nothing, or something of its own: a number or
 * words that were not said.
 * @param within ms that it may take
 */
export async function completeByModel(
  last: string,
  message: string,
  { chatModel, prompts, conversation, within }: { chatModel: ChatModel; prompts: Prompts; conversation: string; within: number },
): Promise<string | null> {
  const { system, user, temperature, mostTokens } = prompts.followUp;
  const values = { dialog: asData(last), question: asData(message) };
  const messages = [
    { role: "system", content: fillIn(system, values) },
    { role: "user", content: fillIn(user, values) },
  ] as const;
  const answer = await chatModel.ask({ messages, temperature, mostTokens, conversation, within });
  if (answer.kind === "silent" || answer.cutOff) return null;
  const question = toSimplified(answer.text).trim();
  const isUsable = !question.includes("\n") && question.length >= 2 && question.length <= longest && !asItIs.test(question);
  return isUsable && wasSaid(question, last + message) ? question : null;
}

function wasSaid(question: string, known: string): boolean {
  const numbers = new Set(numbersIn(known).map(({ value }) => value));
  if (numbersIn(question).some(({ value }) => !numbers.has(value))) return false;
  const characters = [...question].filter((character) => /[\p{L}\p{N}]/u.test(character));
  return characters.filter((character) => known.includes(character)).length >= said * characters.length;
}
