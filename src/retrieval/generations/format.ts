import { z } from "zod";

/** Of a generation's files: what they hold, and the hash by which damage is noticed before they are used. */
export const manifestSchema = z.object({
  format: z.literal(1),
  generation: z.string(),
  createdAt: z.string(),
  versions: z.number().int(),
  chunks: z.number().int(),
  terms: z.number().int(),
  postings: z.number().int(),
  /** sha256, hex, by file name. */
  sha256: z.record(z.string(), z.string()),
});
export type Manifest = z.infer<typeof manifestSchema>;

export const files = {
  versions: "versions.json",
  chunks: "chunks.bin",
  terms: "terms.txt",
  idf: "idf.bin",
  offsets: "offsets.bin",
  postings: "postings.bin",
  impacts: "impacts.bin",
} as const;

/** What is known of each indexed version, for filters and citations. */
export type IndexedVersion = {
  readonly versionId: number;
  readonly documentId: number;
  readonly path: string;
  readonly title: string;
  readonly kind: string;
  readonly place: string;
  readonly from: number;
  readonly to: number;
  readonly ended: "repealed" | "superseded" | null;
  readonly endedBy: string | null;
  readonly url: string | null;
  readonly checkedOn: string | null;
};

/**
 * Chunks by number: `chunkIds[n]` in the store, `versionOf[n]` an index into `versions`, `groupOf[n]` equal for what is found as one: the parts
 * of an article, the sections of a version without articles.
 */
export type ChunkTable = { readonly chunkIds: Uint32Array; readonly versionOf: Uint32Array; readonly groupOf: Uint32Array };
