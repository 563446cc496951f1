import type { Turn } from "./step.js";

/** The id of the button that was chosen, by pressing it or by writing its label or number; null when none was. */
export function chosenId(turn: Pick<Turn, "choice" | "text" | "dialog">): string | null {
  const said = (turn.choice ?? turn.text).trim();
  if (said === "") return null;
  const { choices } = turn.dialog;
  const chosen =
    choices.find(({ id, label }) => said === id || said === label) ?? (/^\d{1,2}$/.test(said) ? choices[Number(said) - 1] : undefined);
  return chosen?.id ?? null;
}
