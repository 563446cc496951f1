import MarkdownIt from "markdown-it";
import { anchorOf } from "./anchor.js";

const markdown = new MarkdownIt({ html: false, breaks: true, linkify: false, typographer: false }).disable([
  "code",
  "image",
  "html_block",
  "html_inline",
]);

type Token = ReturnType<typeof markdown.parse>[number];

/**
 * A document's text as HTML, each article and each headed section in a `<section>` with its anchor, so that a cited one can be pointed at.
 * The text's own HTML is shown as text, its pictures as links: the page loads nothing from elsewhere.
 * @param articles the articles that answers cite: a paragraph that begins with one opens its section
 */
export function documentHtml(text: string, articles: readonly string[]): string {
  const known = new Set(articles);
  const used = new Set<string>();
  const tokens = markdown.parse(readable(text), {});
  const groups: { anchor: string | null; tokens: Token[] }[] = [{ anchor: null, tokens: [] }];
  for (const [index, token] of tokens.entries()) {
    const opened = token.level === 0 ? opensSection(token, tokens[index + 1], known) : null;
    if (opened !== null) {
      const anchor = anchorOf(opened);
      groups.push({ anchor: anchor === "" || used.has(anchor) ? null : anchor, tokens: [] });
      used.add(anchor);
    }
    groups.at(-1)?.tokens.push(token);
  }
  return groups
    .filter((group) => group.tokens.length > 0)
    .map((group) => {
      const html = markdown.renderer.render(group.tokens, markdown.options, {});
      return group.anchor === null ? html : `<section id="${markdown.utils.escapeHtml(group.anchor)}">\n${html}</section>\n`;
    })
    .join("");
}

/** The words that name the section which this token opens, or null. A heading of the first order is the title, shown above. */
function opensSection(token: Token, inline: Token | undefined, articles: ReadonlySet<string>): string | null {
  if (token.type === "heading_open" && token.tag !== "h1") return inline?.content ?? null;
  if (token.type !== "paragraph_open") return null;
  const article = /^第[零〇一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)?/.exec(inline?.content ?? "")?.[0];
  return article !== undefined && articles.has(article) ? article : null;
}

/**
 * The page has its own title; a law collection's mark is not text. Lines indented by full-width spaces are paragraphs, and so is each
 * article, also where the file has no empty line before it.
 */
function readable(text: string): string {
  return text
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/^\s*# [^\n]*\n/, "")
    .replace(/^[ \t\u3000]+(?=第[零〇一二三四五六七八九十百千]+条)/gm, "")
    .replace(/\n(?=\u3000\u3000|第[零〇一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)?[\s\u3000])/g, "\n\n");
}
