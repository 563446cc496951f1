import { z } from "zod";
import type { Duplicate } from "../duplicates.js";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Of a generation's files: what they hold, and the hash by which damage is noticed before they are used. */
export const manifestSchema = z.object({
  format: z.literal(2),
  generation: z.string(),
  createdAt: z.string(),
  versions: z.number().int(),
  /** What made the vectors; null when the index has words only. */
  embedder: z.object({ name: z.string(), fingerprint: z.string(), dimension: z.number().int().positive() }).nullable(),
  segments: z.array(z.object({ name: z.enum(["base", "recent"]), chunks: z.number().int(), versions: z.number().int() })).min(1),
  /** By file name. */
  sha256: z.record(z.string(), sha256),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** Most of the chunks are in `base`, which later generations share; `recent` holds what was published since it was made. */
export type SegmentName = Manifest["segments"][number]["name"];

export const manifestFile = "manifest.json";
/** The manifest's own hash. */
export const sealFile = "manifest.sha256";
export const versionsFile = "versions.json";

/** The files of a segment, each `SEGMENT.NAME` in the generation's folder. */
export const segmentFiles = {
  versions: "versions.bin",
  chunks: "chunks.bin",
  chapters: "chapters.json",
  terms: "terms.txt",
  idf: "idf.bin",
  offsets: "offsets.bin",
  postings: "postings.bin",
  impacts: "impacts.bin",
  sketchOffsets: "sketch-offsets.bin",
  sketches: "sketches.bin",
  sketchIdf: "sketch-idf.bin",
} as const;

/** Only where an embedder made vectors. */
export const vectorFiles = { rows: "vectors.bin", scales: "scales.bin" } as const;

/** The graph of nearest neighbours, only for large segments. */
export const neighboursFile = "neighbours.hnsw";

/** What is known of each indexed version, for filters and citations. */
export type IndexedVersion = {
  readonly versionId: number;
  readonly documentId: number;
  readonly path: string;
  readonly title: string;
  readonly kind: string;
  readonly place: string;
  readonly documentNumber: string | null;
  readonly from: number;
  readonly to: number;
  readonly ended: "repealed" | "superseded" | null;
  readonly endedBy: string | null;
  readonly url: string | null;
  readonly checkedOn: string | null;
  /** Only where other versions say the same. */
  readonly duplicate?: Duplicate;
};
