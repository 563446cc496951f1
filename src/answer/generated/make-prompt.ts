import { placeName } from "../../domain/place.js";
import { chineseDate } from "../../domain/plain-date.js";
import type { Prompt } from "../../knowledge/prompts.js";
import type { ChatCall, ChatMessage } from "../../models/chat/chat-model.js";
import { fillIn } from "../../text/fill.js";
import type { Turn } from "../step.js";
import { nameOf, type Source } from "./sources.js";

/** What of a turn a model is given: the masked question, never the resident's own words or who they are. */
export type Asking = Pick<Turn, "query" | "place" | "asOf">;

/** A prompt with its places filled: the question and the sources stand in it as data between marks that they cannot close. */
export function makePrompt(
  prompt: Prompt,
  { query, place, asOf }: Asking,
  sources: readonly Source[],
  more: Readonly<Record<"answer" | "faults", string>> | Readonly<Record<string, never>> = {},
): Pick<ChatCall, "messages" | "temperature" | "mostTokens"> {
  const values = {
    question: asData(query),
    place: placeName(place),
    date: chineseDate(asOf),
    sources: sources.map(sourceBlock).join("\n\n"),
    ...Object.fromEntries(Object.entries(more).map(([name, text]) => [name, asData(text)])),
  };
  const messages: readonly ChatMessage[] = [
    { role: "system", content: fillIn(prompt.system, values) },
    { role: "user", content: fillIn(prompt.user, values) },
  ];
  return { messages, temperature: prompt.temperature, mostTokens: prompt.mostTokens };
}

function sourceBlock({ n, citation }: Source): string {
  const name = asData(nameOf(citation)).replaceAll('"', "”");
  return `<来源 编号="${n}" 出处="${name}">\n${asData(citation.quote)}\n</来源>`;
}

/** A text as data in a prompt: without what could end the marks around it, or pass for the tokens and the first line of an answer. */
export function asData(text: string): string {
  return text
    .replaceAll("<", "＜")
    .replaceAll(">", "＞")
    .replace(/[〔【[（(]\s*(来源\s*\d+)\s*[〕】\]）)]/gu, "$1")
    .replace(/完整度\s*[:：]/gu, "完整度 ");
}
