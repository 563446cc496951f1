import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Place } from "../../src/domain/place.js";
import type { PublishedVersion } from "../../src/store/documents.js";
import { normaliseText } from "../../src/text/normalise.js";
import { titleKey } from "../../src/text/title-key.js";
import { toSimplified } from "../../src/text/traditional.js";
import { layQuestionEntries, residentQuestions } from "./data.js";
import type { Gold } from "./metrics.js";

/** A question with what answers it. */
export type Question = {
  readonly source: "lay" | "resident" | "own";
  /** In simplified characters, as the pipeline searches for it. */
  readonly text: string;
  readonly place: Place;
  readonly golds: readonly Gold[];
  /** Paths of texts that must not be found: superseded, or another province's. */
  readonly traps: readonly string[];
  /** The fold of a cross-validation that it belongs to, 0 … 4; ours that share their first article share a fold. */
  readonly fold: number;
};

export const folds = 5;

/** Which fold something belongs to: the same wherever and whenever it is asked. */
export function foldOf(key: string): number {
  return createHash("sha256").update(key).digest().readUInt32LE(0) % folds;
}

const nation = "全国" as Place;
const province = "广东省" as Place;

/** The development questions: laypeople's over national texts, residents' over national and Guangdong texts. */
export function developmentQuestions(folder: string): readonly Question[] {
  const asGold = ({ path, article }: { path: string; article?: string | null | undefined }) => ({ path, article: article ?? null });
  return [
    ...layQuestionEntries(folder).map(
      ({ question, gold }): Question => ({
        source: "lay",
        text: toSimplified(question),
        place: nation,
        golds: gold.map(({ articles }) => articles.map(asGold)),
        traps: [],
        fold: foldOf(normaliseText(toSimplified(question))),
      }),
    ),
    ...residentQuestions(folder).map(
      ({ question, gold, trap }): Question => ({
        source: "resident",
        text: toSimplified(question),
        place: province,
        golds: gold.map((each) => [asGold(each)]),
        traps: trap,
        fold: foldOf(normaliseText(toSimplified(question))),
      }),
    ),
  ];
}

/** Our own questions (training/questions), their articles looked up by title among the texts at hand. */
export function ownQuestions(versions: readonly PublishedVersion[], folder = ownFolder): readonly Question[] {
  const byTitle = new Map<string, string[]>();
  for (const { title, path } of versions) {
    const key = titleKey(title.split("·")[0] ?? title);
    byTitle.set(key, [...(byTitle.get(key) ?? []), path]);
  }
  return ownLines(folder).map(([text, articles]): Question => {
    const golds = articles.split(";").map((each): Gold => {
      const [title = "", article = ""] = each.trim().split("#");
      return (byTitle.get(titleKey(title)) ?? []).map((path) => ({ path, article }));
    });
    // by what the line says, not by a path: which version of a text is at hand differs from one script to another
    const fold = foldOf(articles.split(";")[0]?.trim() ?? "");
    return { source: "own", text: toSimplified(text), place: province, golds, traps: [], fold };
  });
}

/** The texts of our own questions. */
export function ownQuestionTexts(folder = ownFolder): readonly string[] {
  return ownLines(folder).map(([text]) => text);
}

const ownFolder = "training/questions";

function ownLines(folder: string): readonly (readonly [text: string, articles: string])[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".tsv"))
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), "utf8").split("\n"))
    .flatMap((line) => {
      const [text, articles] = line.split("\t");
      return text && articles ? [[text, articles] as const] : [];
    });
}
