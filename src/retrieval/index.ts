export { indexFolderOf, reindex, type IndexCounts } from "./reindex.js";
export { openRetrieval, type Hit, type Retrieval, type Scope, type SearchOptions } from "./retrieval.js";
