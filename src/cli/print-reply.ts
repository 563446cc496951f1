import type { Reply } from "../domain/reply.js";
import type { AnswerWordings } from "../knowledge/answer-wordings.js";

const bold = (text: string, colour: boolean) => (colour ? `\u001b[1m${text}\u001b[22m` : text);
const dim = (text: string, colour: boolean) => (colour ? `\u001b[2m${text}\u001b[22m` : text);

/** A reply as a person reads it in a terminal: the text, its choices numbered, the label of generated text. */
export function formatReply(reply: Reply, { generatedLabel }: Pick<AnswerWordings, "generatedLabel">, colour: boolean): string {
  const lines = reply.text
    .split("\n")
    .map((line) => (/^来源$/.test(line) ? bold(line, colour) : /^(?:\[\d+\])+ 《/.test(line) ? dim(line, colour) : line));
  if (reply.generated) lines.push("", dim(generatedLabel, colour));
  if (reply.choices.length > 0) lines.push("", ...reply.choices.map((choice, index) => `  ${index + 1}. ${choice.label}`));
  return `${lines.join("\n")}\n`;
}
