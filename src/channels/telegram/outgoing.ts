import type { Reply } from "../../domain/reply.js";
import type { AnswerWordings } from "../../knowledge/answer-wordings.js";

/** Telegram's limit for one message, in UTF-16 units. */
const longestMessage = 4096;
/** Telegram's limit for what a button sends back. */
const longestButtonBytes = 64;

export type Button = { readonly text: string; readonly callback_data: string };

/** A reply as plain text, split at paragraphs when it is too long, with its buttons under the last part. No markup: a resident's words are never read as such. */
export function formatForTelegram(
  reply: Reply,
  { generatedLabel }: Pick<AnswerWordings, "generatedLabel">,
): { readonly parts: readonly string[]; readonly buttons: readonly (readonly Button[])[] } {
  const text = [reply.text, linksOf(reply), reply.generated ? generatedLabel : ""].filter((part) => part !== "").join("\n\n");
  const buttons = reply.choices.map(({ id, label }, index) => [
    { text: label, callback_data: Buffer.byteLength(id) <= longestButtonBytes ? id : String(index + 1) },
  ]);
  return { parts: split(text), buttons };
}

/** The addresses of the sources, which the text itself names by title only. */
function linksOf({ text, citations }: Reply): string {
  const marks = new Map<string, string>();
  for (const { n, url } of citations) {
    if (url !== null && /^https?:\/\//.test(url) && !text.includes(url)) marks.set(url, `${marks.get(url) ?? ""}[${n}]`);
  }
  return [...marks].map(([url, mark]) => `${mark} ${url}`).join("\n");
}

/** The best places to cut, best first; each keeps at least half a message. */
const seams = ["\n\n", "\n", "。", "；", "，"];

function split(text: string): readonly string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest.length > longestMessage) {
    const end = cutOf(rest);
    parts.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  parts.push(rest === "" ? "…" : rest);
  return parts;
}

function cutOf(text: string): number {
  for (const seam of seams) {
    const cut = text.lastIndexOf(seam, longestMessage - seam.length) + seam.length;
    if (cut > longestMessage / 2) return cut;
  }
  // never through the middle of a character
  return /[\ud800-\udbff]/.test(text.charAt(longestMessage - 1)) ? longestMessage - 1 : longestMessage;
}
