import type { GuideElement, GuideElements } from "../../knowledge/guide-elements.js";
import { elementsOfChunk, type Hit } from "../../retrieval/index.js";
import { cellsOf } from "../../text/table-row.js";
import type { Composed, Composition } from "./extractive.js";
import { textOf } from "./neighbours.js";
import { citationOf, type Passage } from "./passage.js";
import { readable } from "./readable.js";
import { sourceList } from "./sources.js";

/** A guide is preferred when it scores at least this share of the first hit: what is explained is often nearer in words than what to bring. */
const closeEnough = 0.2;
/** A guide whose title says less of the question than this is about something else. */
const leastTitle = 0.1;
const longestElement = 420;
const longestAnswer = 700;
const mostElements = 5;

/** Who asks how, where or with which papers is served by the guide whose title says most of the matter; null when there is none. */
export function guideFor(hits: readonly Hit[], { question, knowledge }: Pick<Composition, "question" | "knowledge">): Hit | null {
  const first = hits[0];
  if (!first || !knowledge.guideElements.wantsService(question)) return null;
  const guides = hits.filter(
    (hit) => hit.version.kind === "service_guide" && hit.score >= closeEnough * first.score && hit.titleCoverage >= leastTitle,
  );
  return guides.toSorted((a, b) => b.titleCoverage - a.titleCoverage || b.score - a.score)[0] ?? null;
}

/** The elements of a service guide that were asked for, each quoted; null when the guide has none of them. */
export function composeGuide(hit: Hit, composition: Composition): Composed | null {
  const { answerWordings, replacedSince, guideElements } = composition.knowledge;
  const blocks: string[] = [];
  const chosen: Passage[] = [];
  let used = 0;
  for (const { element, passage } of elementsOf(hit, composition)) {
    const length = passage.lines.reduce((sum, line) => sum + line.length, 0);
    if (length === 0 || length > longestElement || used + length > longestAnswer || chosen.length === mostElements) continue;
    used += length;
    chosen.push(passage);
    const said = withoutLabel(readable(passage.lines, passage.hit.chunk.heading), guideElements);
    blocks.push(`${answerWordings.guide[element]}[${chosen.length}]：\n${said}`);
  }
  if (chosen.length === 0) return null;
  const citations = chosen.map((passage, index) => citationOf(passage, index + 1));
  const sources = sourceList(citations, answerWordings, replacedSince, composition.asOf);
  return { text: `${blocks.join("\n\n")}\n\n${sources}`, citations, passages: chosen };
}

/** The passages that hold what was asked for, in the guide's order; what several chunks hold is one passage. */
function elementsOf(
  hit: Hit,
  { question, knowledge, retrieval }: Composition,
): readonly { readonly element: GuideElement; readonly passage: Passage }[] {
  const { guideElements } = knowledge;
  const passages = retrieval.passages(hit.version);
  const chunksOf = (element: GuideElement) => passages.filter((chunk) => elementsOfChunk(chunk, guideElements).includes(element));
  const seen = new Set<number>();
  return elementsAsked(question, guideElements).flatMap((asked) => {
    const instead = guideElements.within(asked);
    const element = chunksOf(asked).length > 0 || !instead ? asked : instead;
    const [first, ...rest] = chunksOf(element);
    if (!first || seen.has(first.id)) return [];
    seen.add(first.id);
    const document = rest.length > 0 ? retrieval.documentText(citationOf({ hit, lines: [] }, 1)) : null;
    const text = (document && textOf(document, [first, ...rest])) ?? first.text;
    const lines = text.split("\n").filter((line) => line.trim() !== "" && !isOwnHeading(line, first.heading));
    return [{ element, passage: { hit: { ...hit, chunk: { ...first, text } }, lines } }];
  });
}

/** What a question asks for; without a sign, what most people need. */
function elementsAsked(question: string, elements: GuideElements): readonly GuideElement[] {
  const asked = elements.asked(question);
  if (asked.length === 0) return elements.usual;
  // papers without a place send people home to ask again
  return asked.includes("materials") && !asked.includes("where") ? [...new Set<GuideElement>([...asked, "where", "when"])] : asked;
}

/** The element's own heading is not repeated: what it is, is said before it. */
function isOwnHeading(line: string, heading: string | null): boolean {
  return heading !== null && line.trim().replace(/^[【*]+|[】*：:]+$/g, "") === heading.replace(/[：:]$/, "");
}

/** 申请材料：身份证 → 身份证, and so a row that begins with the element's name. */
function withoutLabel(said: string, elements: GuideElements): string {
  const [name = "", ...cells] = said.includes("|") ? cellsOf(said.replace(/^· /, "")) : [];
  if (cells.length > 0 && elements.in(name).length > 0) return cells.filter((cell) => cell !== "").join("；");
  const label = /^【?([^：:】]{2,30})[】：:]+\s*/.exec(said);
  return label?.[1] && elements.in(label[1]).length > 0 ? said.slice(label[0].length) : said;
}
