import type { ForceStatus } from "../domain/document.js";
import type { Place } from "../domain/place.js";
import { dateNumber, type PlainDate } from "../domain/plain-date.js";
import type { RepealedText } from "../knowledge/repealed.js";
import type { PublishedVersion } from "../store/documents.js";
import { titleKey } from "../text/title-key.js";

/** When a version holds: from `from` up to the day before `to`; days as 20261123, `to` 99999999 when it has no end. */
export type ForceSpan = {
  readonly from: number;
  readonly to: number;
  /** What ended it, when something did. */
  readonly ended: "repealed" | "superseded" | null;
  /** The title that governs instead, where it is known. */
  readonly endedBy: string | null;
};

export const endless = 99_999_999;

/**
 * When each version holds. Versions of one title and place form a chain, each ended by the next; a title ends when another text abolishes
 * it, in its own words, in its front matter (`supersedes`), or by the list of what texts cannot say (`repealed.yml`).
 * @returns one span for each version, in their order
 */
export function forceSpans(versions: readonly PublishedVersion[], repealed: readonly RepealedText[]): readonly ForceSpan[] {
  const chains = new Map<string, number[]>();
  for (const [index, version] of versions.entries()) {
    const key = chainKey(version.title, version.place);
    const chain = chains.get(key);
    if (chain) chain.push(index);
    else chains.set(key, [index]);
  }
  const ends = endsByTitle(versions, repealed);
  const spans: ForceSpan[] = [];
  for (const [key, chain] of chains) {
    const ordered = chain.toSorted(
      (a, b) => startOf(versions[a]) - startOf(versions[b]) || (versions[a]?.versionId ?? 0) - (versions[b]?.versionId ?? 0),
    );
    for (const [position, index] of ordered.entries()) {
      const version = versions[index];
      if (!version) continue;
      const next = ordered[position + 1];
      const successor = next === undefined ? undefined : versions[next];
      spans[index] = spanOf(version, successor, ends.get(key) ?? []);
    }
  }
  return spans;
}

/** How a span stands on a day. */
export function statusOn(span: ForceSpan, day: number): ForceStatus {
  if (day < span.from) return "not_yet";
  if (day < span.to) return "in_force";
  return span.ended === "repealed" ? "repealed" : "superseded";
}

/** What makes two texts versions of one another. */
function chainKey(title: string, place: string): string {
  return `${titleKey(title)}|${place}`;
}

type End = { readonly on: number; readonly by: string | null };

function endsByTitle(versions: readonly PublishedVersion[], repealed: readonly RepealedText[]): Map<string, End[]> {
  const ends = new Map<string, End[]>();
  const add = (key: string, end: End) => ends.set(key, [...(ends.get(key) ?? []), end]);
  for (const version of versions) {
    const own = titleKey(version.title);
    const start = startOf(version);
    for (const { title, on } of version.repeals) {
      if (titleKey(title) !== own) add(chainKey(title, version.place), { on: on ? dateNumber(on as PlainDate) : start, by: version.title });
    }
    for (const title of version.supersedes)
      if (titleKey(title) !== own) add(chainKey(title, version.place), { on: start, by: version.title });
  }
  for (const text of repealed)
    add(chainKey(text.title, text.place as Place), { on: dateNumber(text.repealedOn), by: text.seeInstead ?? text.by });
  return ends;
}

/** An abolition ends only what was in force before it: a later text may bear an abolished one's name. */
function spanOf(version: PublishedVersion, successor: PublishedVersion | undefined, ends: readonly End[]): ForceSpan {
  const from = startOf(version);
  const candidates: ForceSpan[] = [];
  if (version.effectiveTo) candidates.push({ from, to: dateNumber(version.effectiveTo as PlainDate), ended: "repealed", endedBy: null });
  if (successor) candidates.push({ from, to: startOf(successor), ended: "superseded", endedBy: successor.title });
  for (const end of ends) if (end.on > from) candidates.push({ from, to: end.on, ended: "repealed", endedBy: end.by });
  return candidates.sort((a, b) => a.to - b.to)[0] ?? { from, to: endless, ended: null, endedBy: null };
}

function startOf(version: PublishedVersion | undefined): number {
  return version?.effectiveFrom ? dateNumber(version.effectiveFrom as PlainDate) : 0;
}
