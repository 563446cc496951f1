import { shortLimit } from "../../domain/letter.js";
import { fillIn } from "../../text/fill.js";

/** How long a filling may be, tried in turn until the reply fits. */
const lengths = [Number.POSITIVE_INFINITY, 80, 50, 30, 16];

/** The short reply for chat, 200 characters at most: what people wrote at length is shortened, the letter has it whole. */
export function shortReply(sentences: readonly string[], values: Readonly<Record<string, string>>): string {
  let reply = "";
  for (const length of lengths) {
    const clipped = Object.fromEntries(Object.entries(values).map(([place, value]) => [place, clip(value, length)]));
    reply = sentences.map((sentence) => fillIn(sentence, clipped)).join("");
    if ([...reply].length <= shortLimit) return reply;
  }
  return `${[...reply].slice(0, shortLimit - 1).join("")}…`;
}

function clip(value: string, length: number): string {
  const characters = [...value];
  if (characters.length <= length) return value;
  // half an address leads nowhere
  if (/https?:/i.test(value)) return "（网址见告知书）";
  return `${characters.slice(0, length - 1).join("")}…`;
}
