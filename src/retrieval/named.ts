import { holdsIn, type Place } from "../domain/place.js";
import { dateNumber, type PlainDate } from "../domain/plain-date.js";
import type { Citation } from "../domain/reply.js";
import { chunksOfArticle, chunksOfVersion, textOfVersion } from "../store/documents.js";
import type { Store } from "../store/open.js";
import { citedArticles } from "../text/citations.js";
import { namedArticles } from "../text/named-articles.js";
import { titleKey } from "../text/title-key.js";
import type { Collection } from "./collection.js";
import { statusOn } from "./force.js";
import type { Hit } from "./retrieval.js";

/** The passage of an article that a text names, when its document is indexed and holds there and then. */
export function articleNamed(
  store: Store,
  { byTitle }: Collection,
  title: string,
  article: string,
  options: { readonly place: Place; readonly asOf: PlainDate },
): Hit | null {
  const day = dateNumber(options.asOf);
  for (const version of byTitle.get(titleKey(title)) ?? []) {
    if (statusOn(version, day) !== "in_force" || !holdsIn(version.place as Place, options.place)) continue;
    const chunk = chunksOfArticle(store, version.versionId, article)[0];
    if (chunk) return { chunk, version, status: "in_force", score: 0, strength: 0, coverage: 0, titleCoverage: 0, ...lookedUp() };
  }
  return null;
}

/** What an office writes of the law: kinds whose passages name the articles that they rest on, the plainest first. */
const ownKinds = ["interpretation", "faq", "service_guide", "normative_document", "notice", "disclosure"];

/** The passages of our own texts that name an article, where and when they hold. */
export function passagesNaming(
  store: Store,
  { generation }: Collection,
  title: string,
  article: string,
  options: { readonly place: Place; readonly asOf: PlainDate },
): readonly Hit[] {
  const day = dateNumber(options.asOf);
  const key = titleKey(title);
  const ours = generation.versions.filter(
    (version) => ownKinds.includes(version.kind) && statusOn(version, day) === "in_force" && holdsIn(version.place as Place, options.place),
  );
  const sorted = ours.toSorted((a, b) => ownKinds.indexOf(a.kind) - ownKinds.indexOf(b.kind) || a.versionId - b.versionId);
  return sorted.flatMap((version) =>
    chunksOfVersion(store, version.versionId)
      .filter(
        ({ text }) =>
          text.includes(article) && citedArticles(text).some((each) => titleKey(each.title) === key && each.article === article),
      )
      .map((chunk): Hit => ({ chunk, version, status: "in_force", score: 0, strength: 0, coverage: 0, titleCoverage: 0, ...lookedUp() })),
  );
}

/**
 * The passage that a question names itself, by title and article (劳动合同法38条说了什么), when its version is let through: nothing answers such a
 * question better. Its words are all that was asked for, so it covers the question.
 * @param passes 1 for each version that may be found
 */
export function articleAsked(store: Store, { byTitle, generation }: Collection, text: string, passes: Uint8Array, day: number): Hit | null {
  for (const { article, titles } of namedArticles(text))
    for (const title of titles)
      for (const version of byTitle.get(titleKey(title)) ?? []) {
        if (passes[generation.versions.indexOf(version)] !== 1) continue;
        const chunk = chunksOfArticle(store, version.versionId, article)[0];
        if (!chunk) continue;
        const said = { score: surelyMeant, strength: 1, coverage: 1, titleCoverage: 1, ...lookedUp() };
        return { chunk, version, status: statusOn(version, day), ...said };
      }
  return null;
}

function lookedUp() {
  return { features: new Float32Array(0), rankedBy: "words" as const };
}

/** How sure it is that the passage of a named article is the one that is asked for. */
const surelyMeant = 0.95;

/** The stored text of a cited version, found by what the citation says of it; null when it is not indexed. */
export function citedText(
  store: Store,
  { byTitle }: Collection,
  citation: Pick<Citation, "document" | "path" | "effectiveFrom">,
): string | null {
  const from = citation.effectiveFrom ? dateNumber(citation.effectiveFrom) : 0;
  const same = byTitle.get(titleKey(citation.document.split("·")[0] ?? citation.document)) ?? [];
  const version = same.find((each) => each.path === citation.path && each.title === citation.document && each.from === from);
  return version ? textOfVersion(store, version.versionId) : null;
}
