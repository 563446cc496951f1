import { agreementOf, readSignature, type Signature } from "../text/near-duplicate.js";
import type { IndexedVersion } from "./generations/format.js";

/** Versions of one group say the same; those of one `body` in the same words. */
export type Duplicate = { readonly group: number; readonly body: string };

/** Texts of one place with the same numbers are near-duplicates when at least this much of their 4-grams agrees. */
const leastAgreement = 0.9;

/**
 * The groups of near-duplicates among versions: the same notice on two columns of a website, with another title or another date under it.
 * @param signatures by version id, as `signatureOf` writes them
 * @returns by version id; a version that has no duplicate is not in it
 */
export function nearDuplicates(
  versions: readonly Pick<IndexedVersion, "versionId" | "place">[],
  signatures: ReadonlyMap<number, string>,
): ReadonlyMap<number, Duplicate> {
  const found = new Map<number, Duplicate>();
  for (const alike of byPlaceAndNumbers(versions, signatures)) {
    const group = alike.map((_, index) => index);
    for (const [index, { signature }] of alike.entries())
      for (let before = 0; before < index; before++)
        if (group[before] !== group[index] && agreementOf((alike[before] as Signed).signature, signature) >= leastAgreement) {
          const [into, from] = [group[before] as number, group[index] as number];
          for (const [member, of] of group.entries()) if (of === from) group[member] = into;
        }
    for (const [index, { versionId, signature }] of alike.entries()) {
      const first = group[index] as number;
      if (group.filter((each) => each === first).length > 1)
        found.set(versionId, { group: (alike[first] as Signed).versionId, body: signature.body });
    }
  }
  return found;
}

type Signed = { readonly versionId: number; readonly signature: Signature };

/** Only within these can there be near-duplicates, so that few are compared. */
function byPlaceAndNumbers(
  versions: readonly Pick<IndexedVersion, "versionId" | "place">[],
  signatures: ReadonlyMap<number, string>,
): readonly (readonly Signed[])[] {
  const buckets = new Map<string, Signed[]>();
  for (const { versionId, place } of versions) {
    const signature = readSignature(signatures.get(versionId) ?? "");
    if (!signature) continue;
    const key = `${place}|${signature.numbers}`;
    const bucket = buckets.get(key);
    if (bucket) bucket.push({ versionId, signature });
    else buckets.set(key, [{ versionId, signature }]);
  }
  return [...buckets.values()].filter((bucket) => bucket.length > 1);
}

/** What is found, as far as duplicates go: its version, and its article or 0. */
type Found = { readonly version: IndexedVersion; readonly article: number };

/**
 * Ranked passages without what near-duplicates repeat: the same article, or the same document without articles, answers once. Of equal texts
 * the original stays, the one with a document number, else the newer; of others the better ranked. A text that does not hold on the day
 * stands for none that does.
 * @param day as 20261123
 */
export function withoutDuplicates<T>(ranked: readonly T[], day: number, foundOf: (each: T) => Found): readonly T[] {
  const places = new Map<string, number>();
  const kept: T[] = [];
  for (const each of ranked) {
    const found = foundOf(each);
    const { duplicate } = found.version;
    if (!duplicate || day < found.version.from || day >= found.version.to) {
      kept.push(each);
      continue;
    }
    const key = `${duplicate.group}.${found.article}`;
    const place = places.get(key);
    const known = place === undefined ? null : foundOf(kept[place] as T);
    if (place === undefined || known?.version.versionId === found.version.versionId) {
      places.set(key, place ?? kept.length);
      kept.push(each);
    } else if (known?.version.duplicate?.body === duplicate.body && isPreferred(found.version, known.version)) kept[place] = each;
  }
  return kept;
}

function isPreferred(one: IndexedVersion, other: IndexedVersion): boolean {
  const isNumbered = (version: IndexedVersion) => version.documentNumber !== null;
  if (isNumbered(one) !== isNumbered(other)) return isNumbered(one);
  return one.from !== other.from ? one.from > other.from : one.versionId > other.versionId;
}
