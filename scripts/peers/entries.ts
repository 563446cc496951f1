import { holdsIn, nation, type Place } from "../../src/domain/place.js";
import type { RepealedText } from "../../src/knowledge/repealed.js";
import { forceSpans, statusOn } from "../../src/retrieval/force.js";
import { chunksOfVersion, type PublishedVersion, publishedVersions } from "../../src/store/documents.js";
import type { Store } from "../../src/store/open.js";
import type { Entry } from "./peer.js";

/** The versions that hold in a place on a day (20261123), national ones first. */
export function versionsInForce(
  store: Store,
  repealed: readonly RepealedText[],
  place: Place,
  day: number,
): readonly (PublishedVersion & { readonly place: Place })[] {
  const versions = publishedVersions(store) as readonly (PublishedVersion & { readonly place: Place })[];
  const spans = forceSpans(versions, repealed);
  const holding = versions.filter((version, index) => {
    const span = spans[index];
    return span !== undefined && statusOn(span, day) === "in_force" && holdsIn(version.place, place);
  });
  return [...holding.filter((version) => version.place === nation), ...holding.filter((version) => version.place !== nation)];
}

/** One entry for every article, and one for every text without articles: what Zhengwen finds as one. */
export function entriesOf(store: Store, versions: readonly (PublishedVersion & { readonly place: Place })[]): readonly Entry[] {
  return versions.flatMap(({ versionId, path, title, place }) => {
    const byArticle = new Map<string | null, { readonly chapter: string; readonly texts: string[] }>();
    for (const { article, chapter, heading, text } of chunksOfVersion(store, versionId)) {
      const known = byArticle.get(article);
      const part = heading ? `${heading}\n${text}` : text;
      if (known) known.texts.push(part);
      else byArticle.set(article, { chapter: chapter ?? "", texts: [part] });
    }
    return [...byArticle].map(
      ([article, { chapter, texts }]): Entry => ({ path, article, national: place === nation, title, chapter, text: texts.join("\n") }),
    );
  });
}
