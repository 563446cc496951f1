export { type IndexCounts, indexFolderOf, reindex } from "./reindex.js";
export { type Hit, openRetrieval, type Retrieval, type Scope, type SearchOptions } from "./retrieval.js";
