import type { FollowUps } from "../../knowledge/follow-ups.js";

/** Two matters of one message, when the resident asks for the first one first; else null. */
export function listedMatters(message: string, { lists, turns }: FollowUps): { readonly first: string; readonly second: string } | null {
  if (!turns.first.test(message)) return null;
  for (const pattern of lists) {
    const { first, second } = pattern.exec(message)?.groups ?? {};
    if (first && second) return { first: trimmed(first), second: trimmed(second.replace(turns.first, "")) };
  }
  return null;
}

/** True when a message asks for the second of two matters: 第二个呢. */
export function asksForSecond(message: string, { turns }: FollowUps): boolean {
  return turns.second.test(message.trim());
}

function trimmed(text: string): string {
  return text.trim().replace(/[，,。；;]+$/u, "");
}
