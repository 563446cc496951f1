import { createHash } from "node:crypto";
import type { CuratedCitation, StaleReason } from "../../domain/curated-answer.js";
import { holdsIn, type Place } from "../../domain/place.js";
import { dateNumber, type PlainDate } from "../../domain/plain-date.js";
import type { Citation } from "../../domain/reply.js";
import type { ReplacedSince } from "../../knowledge/index.js";
import type { Hit, IndexedVersion, Retrieval } from "../../retrieval/index.js";
import { citationOf } from "../compose/passage.js";
import { replacedLater } from "../compose/sources.js";

/** Where citations are looked up: the current index. */
export type CitedTexts = Pick<Retrieval, "titled" | "passages" | "statusOf">;
type Chunk = Hit["chunk"];

/** For which place and day a citation must hold. */
export type Where = { readonly place: Place; readonly asOf: PlainDate };

/** A citation of the current index, or why it no longer stands and what governs instead, where it is known. */
export type Resolved =
  | { readonly kind: "standing"; readonly citation: Citation; readonly version: IndexedVersion }
  | { readonly kind: "fallen"; readonly reason: StaleReason; readonly endedBy: string | null };

/** Looks a citation up in the current index: its text must be there as it was reviewed, and hold there and then. */
export function resolveCitation(
  cited: CuratedCitation,
  n: number,
  { place, asOf }: Where,
  texts: CitedTexts,
  replacedSince: ReplacedSince,
): Resolved {
  const version = texts.titled(cited.document).find((each) => each.path === cited.path && each.title === cited.document);
  if (!version || !holdsIn(version.place as Place, place)) return { kind: "fallen", reason: "gone", endedBy: null };
  const status = texts.statusOf(version.versionId, dateNumber(asOf)) ?? "repealed";
  if (status !== "in_force") return { kind: "fallen", reason: status, endedBy: version.endedBy };
  const chunks = passageChunks(texts.passages(version), cited);
  if (version.from !== cited.from || fingerprintOf(chunks) !== cited.fingerprint)
    return { kind: "fallen", reason: "changed", endedBy: null };
  const citation = citationIn(version, chunks, cited.quote, n);
  if (isReplaced(citation, replacedSince, asOf)) return { kind: "fallen", reason: "superseded", endedBy: null };
  return { kind: "standing", citation, version };
}

/** The chunks that make the cited passage: those of an article, else those below a heading, else all. */
export function passageChunks(
  chunks: readonly Chunk[],
  { article, heading }: Pick<CuratedCitation, "article" | "heading">,
): readonly Chunk[] {
  if (article !== null) return chunks.filter((chunk) => chunk.article === article);
  return heading === null ? chunks : chunks.filter((chunk) => chunk.article === null && chunk.heading === heading);
}

/** What a passage says, as one text. */
export function passageText(chunks: readonly Chunk[]): string {
  return chunks.map(({ text }) => text).join("\n");
}

/** Tells whether a passage still says the same: white space aside. */
export function fingerprintOf(chunks: readonly Chunk[]): string {
  return createHash("sha256")
    .update(withoutSpace(passageText(chunks)))
    .digest("hex");
}

/** The n-th citation of a reply, quoting these words of a passage. */
export function citationIn(version: IndexedVersion, chunks: readonly Chunk[], quote: string, n: number): Citation {
  const chunk = chunks.find(({ text }) => text.includes(quote)) ?? (chunks[0] as Chunk);
  return { ...citationOf({ hit: { version, chunk, status: "in_force" } as Hit, lines: [] }, n), quote };
}

/** True when a newer text, which is not collected, certainly replaced the cited one. */
export function isReplaced(citation: Citation, replacedSince: ReplacedSince, asOf: PlainDate): boolean {
  return replacedLater(
    citation,
    { ...replacedSince, replaced: replacedSince.replaced.filter(({ certainty }) => certainty === "certain") },
    asOf,
  );
}

function withoutSpace(text: string): string {
  return text.replaceAll(/\s+/g, "");
}
