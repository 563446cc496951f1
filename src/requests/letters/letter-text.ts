import type { Letter } from "../../domain/letter.js";
import { letterHeadings } from "./headings.js";

const indent = "　　";

/** The letter as plain text, for chat and the terminal; ends with a line feed. */
export function letterText(letter: Letter): string {
  const { title, number, addressee, paragraphs, remedies, articles, signature, contact } = letter;
  return [
    signature.office,
    number,
    "",
    title,
    "",
    `${addressee}：`,
    ...paragraphs.map((paragraph) => indent + paragraph),
    ...(remedies.length === 0 ? [] : ["", letterHeadings.remedies, ...remedies.map((paragraph) => indent + paragraph)]),
    "",
    signature.office,
    signature.date,
    "",
    letterHeadings.articles,
    ...articles.map(({ law, article, says }) => `- ${law}${article}：${says}。`),
    "",
    `${letterHeadings.contact}：${contact}`,
    "",
  ].join("\n");
}
