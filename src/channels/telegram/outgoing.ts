import type { Reply } from "../../domain/reply.js";

/** Telegram's limit for one message, in UTF-16 units. */
const longestMessage = 4096;

export type Button = { readonly text: string; readonly callback_data: string };

/** A reply as plain text, split at paragraphs when it is too long, with its buttons under the last part. No markup: a resident's words are never read as such. */
export function formatForTelegram(reply: Reply): { readonly parts: readonly string[]; readonly buttons: readonly (readonly Button[])[] } {
  const text = reply.generated ? `${reply.text}\n\n内容由AI生成` : reply.text;
  return {
    parts: split(text),
    buttons: reply.choices.map((choice) => [{ text: choice.label, callback_data: withinBytes(choice.id, 64) }]),
  };
}

function split(text: string): readonly string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > longestMessage) {
    const cut = Math.max(rest.lastIndexOf("\n\n", longestMessage), rest.lastIndexOf("\n", longestMessage));
    const end = cut > longestMessage / 2 ? cut : longestMessage;
    parts.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).replace(/^\n+/, "");
  }
  parts.push(rest === "" ? "…" : rest);
  return parts;
}

function withinBytes(text: string, most: number): string {
  let kept = text;
  while (Buffer.byteLength(kept) > most) kept = kept.slice(0, -1);
  return kept;
}
