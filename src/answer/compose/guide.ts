import type { Hit } from "../../retrieval/index.js";
import type { Composed, Composition } from "./extractive.js";
import { citationOf, type Passage } from "./passage.js";
import { sourceList } from "./sources.js";

type Element = "conditions" | "materials" | "where" | "when" | "telephone" | "steps";

const headings: Readonly<Record<Element, string>> = {
  conditions: "申请条件",
  materials: "办理材料",
  where: "办理地点",
  when: "办理时间",
  telephone: "联系电话",
  steps: "办理流程",
};

/** A guide is preferred when it scores at least this share of the first hit. */
const closeEnough = 0.6;
/** A guide whose title says less of the question than this is about something else. */
const leastTitle = 0.15;

/** Who asks how, where or with which papers is served by the guide whose title says most of the matter; null when there is none. */
export function guideFor(hits: readonly Hit[], question: string): Hit | null {
  const first = hits[0];
  if (!first || !asksForService(question)) return null;
  const guides = hits.filter(
    (hit) => hit.version.kind === "service_guide" && hit.score >= closeEnough * first.score && hit.titleCoverage >= leastTitle,
  );
  return guides.toSorted((a, b) => b.titleCoverage - a.titleCoverage || b.score - a.score)[0] ?? null;
}

/** True when somebody wants to get a thing done: how, where, with which papers. */
function asksForService(question: string): boolean {
  return /带(?:什么|啥|哪些)|(?:什么|哪些)(?:材料|证件|资料)|怎么办理|怎么申请|怎样申请|如何申请|怎么申领|怎么领|点申请|在哪(?:里|儿)?(?:办|申请)|去哪(?:里|儿)?(?:办|申请)|边度办|流程|要准备/.test(
    question,
  );
}

/** What a question about a service asks for; without a sign, what most people need: papers, place, hours. */
function elementsAsked(question: string): readonly Element[] {
  const asked: Element[] = [];
  if (/谁可以|谁能|条件|资格|符合|够不够|能不能|可不可以|可以办/.test(question)) asked.push("conditions");
  if (/带|材料|证件|资料|准备|手续|需要什么|要什么|拎/.test(question)) asked.push("materials");
  if (/哪里|哪儿|边度|在哪|地址|地点|去哪|窗口/.test(question)) asked.push("where");
  if (/时间|几点|多久|几天|周末|周六|星期|上班|开门/.test(question)) asked.push("when");
  if (/电话|号码|联系/.test(question)) asked.push("telephone");
  if (/流程|步骤|怎么办|怎么申请|怎样|点办|如何|程序/.test(question)) asked.push("steps");
  if (asked.length === 0) return ["materials", "where", "when"];
  // papers without a place send people home to ask again
  if (asked.includes("materials") && !asked.includes("where")) asked.push("where", "when");
  return asked;
}

const longestElement = 420;

/** The elements of a service guide that were asked for, each quoted; null when the guide has none of them. */
export function composeGuide(hit: Hit, composition: Composition): Composed | null {
  const { answerWordings, replacedSince } = composition.knowledge;
  const passages = composition.retrieval.passages(hit.version);
  const blocks: string[] = [];
  const chosen: Passage[] = [];
  let used = 0;
  for (const element of elementsAsked(composition.question)) {
    const chunk = passages.find((passage) => passage.heading === headings[element]);
    if (!chunk || chosen.length === 5) continue;
    // without the element's own heading: what it is, is said before it
    const lines = chunk.text.split("\n").filter((line) => line.trim() !== "" && line !== chunk.heading);
    const length = lines.reduce((sum, line) => sum + line.length, 0);
    if (length > longestElement || used + length > 700) continue;
    used += length;
    chosen.push({ hit: { ...hit, chunk }, lines });
    blocks.push(
      `${answerWordings.guide[element]}[${chosen.length}]：\n${lines.map((line) => line.replace(/^\s*[-*]\s+/, "· ").trim()).join("\n")}`,
    );
  }
  if (chosen.length === 0) return null;
  const citations = chosen.map((passage, index) => citationOf(passage, index + 1));
  const sources = sourceList(citations, answerWordings, replacedSince, composition.asOf);
  return { text: `${blocks.join("\n\n")}\n\n${sources}`, citations };
}
