import { createHash } from "node:crypto";
import { ZhengwenError } from "../../domain/errors.js";
import type { Place } from "../../domain/place.js";
import type { GuideElements } from "../../knowledge/guide-elements.js";
import type { Gazetteer } from "../../knowledge/places.js";
import type { NewVersion } from "../../store/documents.js";
import { signatureOf } from "../../text/near-duplicate.js";
import { repairText } from "../../text/repair.js";
import { chunkText } from "../chunk/chunk.js";
import { inferMetadata } from "../infer/metadata.js";
import { readFrontMatter } from "./front-matter.js";
import { decodeText } from "./read-file.js";

export type ReadDocument = NewVersion & {
  /** Spans of the text that a repair could not settle; UTF-16. */
  readonly uncertain: readonly { readonly start: number; readonly end: number; readonly text: string; readonly reason: string }[];
};

/** What reading needs to know of the world. */
export type Reading = { readonly gazetteer: Gazetteer; readonly guideElements: GuideElements; readonly officePlace: Place };

/** sha256 of a file's bytes, hex. */
export function fingerprint(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/**
 * Reads one file into a version with metadata and chunks.
 * @param path below the imported folder, with slashes
 * @throws ZhengwenError one of the `document_…` codes, or `unknown_place` from its front matter
 */
export function readDocument(bytes: Uint8Array, path: string, { gazetteer, guideElements, officePlace }: Reading): ReadDocument {
  const { frontMatter, body } = readFrontMatter(decodeText(bytes));
  if (body.trim() === "") throw new ZhengwenError("document_empty", "there is no text in it");
  const repair = repairText(body);
  const { metadata, inferred, repeals, bodyStart } = inferMetadata(frontMatter, repair.text, path, gazetteer, officePlace);
  return {
    metadata,
    sha256: fingerprint(bytes),
    text: repair.text,
    signature: signatureOf(repair.text, metadata.title),
    chunks: chunkText(repair.text, bodyStart, metadata.kind, guideElements),
    repeals,
    inferred,
    repaired: repair.repairs,
    uncertain: repair.uncertain,
  };
}
