import type { Place } from "../../src/domain/place.js";

/** What a search gives, and what a question's right answers name. */
export type Found = { readonly path: string; readonly article: string | null };

/** An article's name, as a peer gives it back; laypeople's questions are asked of national law alone. */
export type EntryName = Found & { readonly national: boolean };

/** An article in force, as every peer indexes it. National ones come first. */
export type Entry = EntryName & { readonly title: string; readonly chapter: string; readonly text: string };

/** An opened index. */
export type PeerSearch = {
  /** Best first, at most `top`; for the nation only national texts. */
  search(question: string, place: Place, top: number): readonly Found[] | Promise<readonly Found[]>;
};

/** A search engine that a user could have picked. It builds in one process and serves from another, as in daily use. */
export type Peer = {
  readonly name: string;
  /** How it is set up, for the report. */
  readonly configuration: string;
  /** Indexes the entries and writes the index into a folder. */
  build(entries: readonly Entry[], folder: string): Promise<void>;
  /** Opens what `build` wrote. */
  open(folder: string, entries: readonly EntryName[]): Promise<PeerSearch>;
};
