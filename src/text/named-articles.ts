import { articleName } from "./articles.js";
import { halfWidth } from "./normalise.js";
import { readChinese } from "./numerals.js";

/** An article as a message names it, with the ways in which the title before it can be read, the longest first. */
export type NamedArticle = { readonly article: string; readonly titles: readonly string[] };

const article = /第?\s*([零〇一二两三四五六七八九十百千]+|[0-9０-９]+)\s*条(?!件|例|路|街|河|款)/gu;
const quoted = /《([^《》]{2,60})》(?:的|里|中|里面)?\s*$/u;
const bare = /(\p{Script=Han}{2,30})\s*$/u;
const shortestTitle = 2;
/** What may stand before a title; anything else is a part of it: 深圳经济特区物业管理条例 is no 物业管理条例. */
const said = /^(?:.*(?:请问|想问|问下|问一下|知道|根据|按照|依据|依照|违反|关于|看看|国家的|现在的|说|讲|按|照|问|查|看|那|用))?$/u;

/** The articles that a message names behind a title, in brackets or not: 《劳动合同法》第三十八条, 请问劳动合同法38条. */
export function namedArticles(text: string): readonly NamedArticle[] {
  return [...text.matchAll(article)].flatMap(({ 1: written = "", index }) => {
    const number = /^[0-9０-９]/.test(written) ? Number(written.replace(/[０-９]/g, halfWidth)) : readChinese(written);
    const titles = titlesAtEnd(text.slice(0, index));
    return number === null || number < 1 || number > 9999 || titles.length === 0 ? [] : [{ article: articleName(number), titles }];
  });
}

function titlesAtEnd(before: string): readonly string[] {
  const inside = quoted.exec(before)?.[1];
  if (inside) return [inside];
  const run = bare.exec(before.replace(/(?:的|里|中|里面)\s*$/u, ""))?.[1] ?? "";
  const starts = Array.from({ length: Math.max(0, run.length - shortestTitle + 1) }, (_, start) => start);
  return starts.filter((start) => said.test(run.slice(0, start))).map((start) => run.slice(start));
}
