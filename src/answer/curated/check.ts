import type { CuratedAnswer, CuratedCitation } from "../../domain/curated-answer.js";
import { holdsIn, type Place } from "../../domain/place.js";
import { dateNumber } from "../../domain/plain-date.js";
import type { Citation } from "../../domain/reply.js";
import type { Knowledge } from "../../knowledge/index.js";
import { publicNumbersOf } from "../../knowledge/office.js";
import type { IndexedVersion, Retrieval } from "../../retrieval/index.js";
import { maskPersonalData } from "../../text/mask.js";
import { normaliseText } from "../../text/normalise.js";
import { toSimplified } from "../../text/traditional.js";
import { type GuardFinding, guardReply } from "../guards/guard-reply.js";
import type { CuratedDraft } from "./draft.js";
import { type CitedTexts, citationIn, fingerprintOf, isReplaced, passageChunks, passageText, type Where } from "./passage-cited.js";
import { replyText } from "./reply-text.js";

export type CheckKnowledge = Pick<Knowledge, "office" | "answerWordings" | "replacedSince">;
export type CheckParts = { readonly knowledge: CheckKnowledge; readonly retrieval: CitedTexts & Pick<Retrieval, "documentText"> };

/** What may be kept, or what is wrong with it, each with what to do. */
export type Checked =
  | { readonly kind: "fine"; readonly citations: readonly CuratedCitation[] }
  | { readonly kind: "refused"; readonly complaints: readonly string[] };

/** As much as a resident reads in one go. */
const longestAnswer = 1000;

/** Holds a draft against the promise: no personal data, citations that stand and hold there and then, every number sourced, marks in order. */
export function checkDraft(draft: CuratedDraft, where: Where, parts: CheckParts): Checked {
  const complaints = [...personalData(draft, parts.knowledge), ...wrongMarks(draft), ...doubledPhrasings(draft)];
  const found = draft.citations.map((asked) => findPassage(asked, where, parts));
  const citations = found.flatMap((each) => ("complaint" in each ? [] : [each]));
  complaints.push(...found.flatMap((each) => ("complaint" in each ? [each.complaint] : [])));
  if ([...draft.answer].length > longestAnswer)
    complaints.push(`答复有 ${[...draft.answer].length} 个字，最多 ${longestAnswer} 个：请删减，细节留给引用的条文`);
  if (citations.length === draft.citations.length)
    complaints.push(
      ...guarded(
        draft.answer,
        citations.map(({ citation }, index) => ({ ...citation, n: index + 1 })),
        where,
        parts,
      ),
    );
  return complaints.length > 0 ? { kind: "refused", complaints } : { kind: "fine", citations: citations.map(({ kept }) => kept) };
}

/** What the guard says of an answer with these citations, in words that say what to do. */
export function guarded(
  answer: string,
  citations: readonly Citation[],
  { asOf }: Where,
  { knowledge, retrieval }: CheckParts,
): readonly string[] {
  const { office, answerWordings } = knowledge;
  const text = replyText(answer, citations, [], asOf, knowledge);
  const own = [office.telephone, office.hours, office.hotline];
  return guardReply(text, citations, retrieval.documentText, own, answerWordings.sources).map(complaintOf);
}

function complaintOf({ rule, detail }: GuardFinding): string {
  switch (rule) {
    case "quote_not_verbatim":
      return `引文不在《${detail}》的原文里：请照原文逐字复制 quote`;
    case "number_without_source":
      return `答复里的“${detail}”在引用的条文里没有：请改成条文里的数字，或引用写着它的条文`;
    case "no_citation":
      return "没有引用：至少引用一条";
    case "too_many_citations":
      return `引用了 ${detail} 条，最多 5 条`;
    case "too_long":
      return `连同出处共 ${detail} 个字，最多 ${longestAnswer} 个：请删减`;
  }
}

function personalData(draft: CuratedDraft, { office }: CheckKnowledge): readonly string[] {
  const texts = [["question", draft.question], ["answer", draft.answer], ...draft.phrasings.map((text) => ["phrasings", text])] as const;
  return texts.flatMap(([field, text = ""]) =>
    maskPersonalData(text, publicNumbersOf(office)).spans.map((span) => `${field} 里有个人信息“${span.text}”：请去掉，或改成泛称`),
  );
}

/** Marks [1], [2] … must name the citations, all of them and no other. */
function wrongMarks({ answer, citations }: CuratedDraft): readonly string[] {
  const marks = new Set([...answer.matchAll(/\[(\d+)\]/g)].map((match) => Number(match[1])));
  const missing = citations.flatMap((_, index) => (marks.has(index + 1) ? [] : [index + 1]));
  const unknown = [...marks].filter((mark) => mark < 1 || mark > citations.length);
  return [
    ...missing.map((mark) => `答复里没有标出第 ${mark} 条引用：请在依据它的句子后写 [${mark}]，或删去这条引用`),
    ...unknown.map((mark) => `答复里标了 [${mark}]，但没有第 ${mark} 条引用`),
  ];
}

function doubledPhrasings({ question, phrasings }: CuratedDraft): readonly string[] {
  const all = [question, ...phrasings].map((text) => toSimplified(normaliseText(text)));
  return all.flatMap((text, index) => (all.indexOf(text) < index ? [`问法“${text}”重复了：请删去一个`] : []));
}

type Asked = CuratedDraft["citations"][number];
type Found = { readonly kept: CuratedCitation; readonly citation: Citation } | { readonly complaint: string };

function findPassage(asked: Asked, where: Where, { knowledge, retrieval }: CheckParts): Found {
  const { document, quote } = asked;
  const article = asked.article ?? null;
  const heading = asked.heading ?? null;
  const named = `《${document.replaceAll(/[《》]/g, "")}》${article ?? (heading === null ? "" : `“${heading}”`)}`;
  const titled = retrieval.titled(document.replaceAll(/[《》]/g, ""));
  if (titled.length === 0) return { complaint: `${named}没有发布：请核对标题，或先导入并发布这个文件` };
  const here = titled.filter(({ place }) => holdsIn(place as Place, where.place));
  if (here.length === 0) return { complaint: `${named}不适用于${where.place}：请改引当地的规定` };
  const holding = here.filter(({ versionId }) => retrieval.statusOf(versionId, dateNumber(where.asOf)) === "in_force");
  const [ended] = here;
  if (holding.length === 0)
    return {
      complaint: `${named}今天不在有效期${ended?.endedBy ? `，现在是《${ended.endedBy.replaceAll(/[《》]/g, "")}》` : ""}：请改引现行规定`,
    };
  for (const version of holding) {
    const found = passageIn(version, { article, heading, quote: quote ?? null }, retrieval);
    if (found === null) continue;
    if (isReplaced(found.citation, knowledge.replacedSince, where.asOf))
      return { complaint: `${named}已有新文本而还没有收录：请先导入新文本` };
    return found;
  }
  return { complaint: quote === undefined ? `${named}没有找到：请核对条款或小标题` : `${named}里没有这句引文：请照原文逐字复制 quote` };
}

type Part = { readonly article: string | null; readonly heading: string | null; readonly quote: string | null };

/** The passage of a version, when it has it and the quote stands there. Without article and heading, the quote says which one is meant. */
function passageIn(
  version: IndexedVersion,
  { article, heading, quote }: Part,
  retrieval: CitedTexts,
): Exclude<Found, { complaint: string }> | null {
  const all = retrieval.passages(version);
  const meant = article === null && heading === null && quote !== null ? all.find(({ text }) => text.includes(quote)) : undefined;
  const part = meant ? { article: meant.article, heading: meant.heading } : { article, heading };
  const chunks = passageChunks(all, part);
  const text = passageText(chunks);
  if (chunks.length === 0 || (quote !== null && !text.includes(quote))) return null;
  const citation = citationIn(version, chunks, quote ?? text, 1);
  const { title: document, path, from } = version;
  return { kept: { document, path, ...part, quote: quote ?? text, from, fingerprint: fingerprintOf(chunks) }, citation };
}

/** A stored answer as its editor would write it down again: what approval checks once more. */
export function draftOf({ question, phrasings, answer, citations }: CuratedAnswer): CuratedDraft {
  return {
    question,
    phrasings: [...phrasings],
    answer,
    citations: citations.map(({ document, article, heading, quote }) => ({
      document,
      ...(article === null ? {} : { article }),
      ...(heading === null ? {} : { heading }),
      quote,
    })),
  };
}
