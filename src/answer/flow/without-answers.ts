import type { FlowWordings } from "../../knowledge/flow-wordings.js";

/** A flow's result without the summary of the resident's answers: that is shown to them and not kept for others to read. */
export function withoutAnswers(text: string, { result, logged }: FlowWordings): string {
  const start = text.indexOf(`\n\n${result.answers}\n`);
  if (start < 0) return text;
  const end = text.indexOf("\n\n", start + 2);
  return `${text.slice(0, start)}\n\n${logged}${end < 0 ? "" : text.slice(end)}`;
}
