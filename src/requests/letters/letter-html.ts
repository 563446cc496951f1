import type { Letter } from "../../domain/letter.js";
import { letterHeadings } from "./headings.js";
import { letterStyle } from "./letter-style.js";

/** The letter as a complete page of its own, for the screen and for print on A4; nothing in it is loaded from elsewhere. */
export function letterHtml(letter: Letter): string {
  const { title, number, addressee, paragraphs, remedies, articles, signature, contact } = letter;
  const lines = (texts: readonly string[]) => texts.map((text) => `<p>${marked(text)}</p>`).join("\n");
  const cited = articles.map(({ law, article, says }) => `<li>${escapeHtml(`${law}${article}：${says}。`)}</li>`).join("\n");
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(`${title} ${number}`)}</title>
<style>
${letterStyle}
</style>
</head>
<body>
<main>
<header>
<p class="office">${escapeHtml(signature.office)}</p>
<p class="number">${escapeHtml(number)}</p>
</header>
<h1>${escapeHtml(title)}</h1>
<p class="addressee">${escapeHtml(addressee)}：</p>
${lines(paragraphs)}
${remedies.length === 0 ? "" : `<section>\n<h2>${letterHeadings.remedies}</h2>\n${lines(remedies)}\n</section>\n`}<div class="signature">
<p>${escapeHtml(signature.office)}</p>
<p>${escapeHtml(signature.date)}</p>
</div>
<footer>
<section>
<h2>${letterHeadings.articles}</h2>
<ul>
${cited}
</ul>
</section>
<p class="contact">${letterHeadings.contact}：${escapeHtml(contact)}</p>
</footer>
</main>
</body>
</html>
`;
}

/** An address may break anywhere, a receipt number nowhere: else a justified line is torn apart. */
const whole = /(https?:\/\/[\w\-./?=%#:&;~+@]+)|([A-Z]{2,4}-\d{4}-\d{6})/g;

function marked(text: string): string {
  return escapeHtml(text).replace(whole, (found, address) => `<span class="${address ? "address" : "whole"}">${found}</span>`);
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? "");
}
