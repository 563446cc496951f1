import type { FrontMatter } from "../../src/corpus/read/front-matter.js";
import { citedArticles } from "../../src/text/citations.js";
import { numbersIn } from "../../src/text/numerals.js";
import { titleKey } from "../../src/text/title-key.js";

export type Finding = { readonly path: string; readonly rule: string; readonly detail: string };
/** Article texts by title key and article name. */
export type LawArticles = ReadonlyMap<string, ReadonlyMap<string, string>>;
export type Against = {
  readonly laws: LawArticles | null;
  readonly replaced: ReadonlySet<string>;
  readonly ownTitles: ReadonlySet<string>;
};

const guideElements = ["事项名称", "设定依据", "申请条件", "办理材料", "办理地点", "办理时间", "联系电话", "办理流程"];
const localElements = new Set(["办理材料", "办理地点", "办理时间", "联系电话", "办理流程"]);
const localKinds = new Set(["normative_document", "notice", "disclosure"]);
/** Words that hold a numeral and state no number. */
const idioms = /两项补贴|两项|三孩|五险|退伍|清零|零就业|两种|三种|第一步/g;
const publicNumbers = /12345|12348|12333|12315|12356|12393|12388|12377|96110|110|119|120|122|95598/g;

/** What is wrong in one document; empty when it keeps the rules. */
export function checkDocument(path: string, frontMatter: FrontMatter, body: string, against: Against): readonly Finding[] {
  const findings: Finding[] = [];
  const find = (rule: string, detail: string) => findings.push({ path, rule, detail });
  for (const field of ["title", "kind", "place", "issuer", "publishedOn", "effectiveFrom", "sourceUnit", "checkedOn", "url"] as const) {
    if (!frontMatter[field]) find("front_matter", `${field} is missing`);
  }
  const kind = frontMatter.kind ?? "notice";
  if (kind === "service_guide") {
    const headings = [...body.matchAll(/^## (.+)$/gm)].map((match) => match[1]?.trim());
    if (headings.join("|") !== guideElements.join("|")) find("guide_elements", `found ${headings.join("、")}`);
  }
  let section = "";
  for (const line of body.split("\n")) {
    const heading = /^##+ (.+)$/.exec(line)?.[1]?.trim();
    if (heading !== undefined) section = heading;
    else if (!line.startsWith("#") && line.trim() !== "") checkParagraph(line, isLocal(kind, section), against, find);
  }
  return findings;
}

function isLocal(kind: string, section: string): boolean {
  return localKinds.has(kind) || section.startsWith("本街道") || (kind === "service_guide" && localElements.has(section));
}

function checkParagraph(
  paragraph: string,
  local: boolean,
  { laws, replaced }: Against,
  find: (rule: string, detail: string) => void,
): void {
  const cited = citedArticles(paragraph);
  const sources: string[] = [];
  for (const { title, article } of cited) {
    const key = titleKey(title);
    if (replaced.has(key)) find("replaced_since", `《${title}》${article} rests on a text that was replaced`);
    if (!laws) continue;
    const law = laws.get(key);
    // a street's own rule is no law; what is no law's title is held against nothing but its own local facts
    if (!law) {
      if (!title.startsWith("木棉街道")) find("unknown_law", `《${title}》 is not in the collection`);
      continue;
    }
    const text = law.get(article);
    if (text === undefined) find("unknown_article", `《${title}》 has no ${article}`);
    else sources.push(text);
  }
  if (local && cited.length === 0) return;
  checkNumbers(paragraph, sources, cited.length > 0, local, laws !== null, find);
}

function checkNumbers(
  paragraph: string,
  sources: readonly string[],
  isCited: boolean,
  local: boolean,
  hasLaws: boolean,
  find: (rule: string, detail: string) => void,
): void {
  if (isCited && (!hasLaws || local)) return;
  const said = withoutCitations(paragraph).replace(publicNumbers, "").replace(idioms, "");
  const known = new Set(sources.flatMap((source) => numbersIn(source).map((number) => number.value)));
  for (const number of numbersIn(said)) {
    if (number.value === 1 && /^[一1]/.test(number.text) && !/[年月日天元岁]/.test(number.text)) continue;
    if (!known.has(number.value))
      find(isCited ? "number_not_in_article" : "number_without_article", `${number.text} in: ${paragraph.slice(0, 60)}`);
  }
}

/** The paragraph without the citations themselves, list marks and document numbers. */
function withoutCitations(paragraph: string): string {
  return paragraph
    .replace(/《[^《》]+》(?:第[^，。；、）)]*?[条款项])*(?:[、和]第[^，。；）)]*?[条款项])*/g, "")
    .replace(/第[零〇一二三四五六七八九十百千\d]+[条款项]/g, "")
    .replace(/^\s*(?:\d+[.、]|[-*])\s*/, "")
    .replace(/〔\d{4}〕\d+号/g, "");
}
