/** An article as a text names it: 《劳动合同法》第八十二条第一款. */
export type CitedArticle = {
  readonly title: string;
  /** 第八十二条 */
  readonly article: string;
  readonly start: number;
  readonly end: number;
};

const number = "[零〇一二三四五六七八九十百千\\d]+";
const part = `(?:第${number}款)?(?:第[（(]?${number}[）)]?项)?`;
const citation = new RegExp(
  `《([^《》]+(?:《[^《》]+》[^《》]*)?)》(?:（[^（）]{1,20}）)?((?:[、，和及与]?第${number}条(?:之[一二三四五六七八九十])?${part}(?:至第${number}条)?(?:、第${number}[款项])*)+)`,
  "g",
);

/** The articles that a passage names, in order, each once. Offsets are of the whole citation, UTF-16. */
export function citedArticles(text: string): readonly CitedArticle[] {
  const found = new Map<string, CitedArticle>();
  for (const match of text.matchAll(citation)) {
    const [whole, title = "", articles = ""] = match;
    for (const [article] of articles.matchAll(new RegExp(`第${number}条(?:之[一二三四五六七八九十])?`, "g"))) {
      const key = `${title}|${article}`;
      if (!found.has(key)) found.set(key, { title, article, start: match.index, end: match.index + whole.length });
    }
  }
  return [...found.values()];
}
