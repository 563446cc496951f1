export { elementsOfChunk } from "./asked-element.js";
export type { Scope } from "./collection.js";
export type { IndexedVersion } from "./generations/format.js";
export { explain, type Share } from "./ranking/rank.js";
export { currentEmbedderName, hasIndex, type IndexCounts, indexFolderOf, reindex } from "./reindex.js";
export { type Hit, openRetrieval, type Retrieval, type SearchOptions } from "./retrieval.js";
export { termsOf } from "./tokens.js";
export { neighboursMissing } from "./vectors/neighbours.js";
