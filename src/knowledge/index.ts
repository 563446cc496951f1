import { loadOffice, type Office } from "./office.js";

/** Everything in `knowledge/` that is data and not a document, read and validated once at start. */
export type Knowledge = { readonly office: Office };

/** @throws ZhengwenError `knowledge_invalid` naming the file and what is wrong in it. */
export function loadKnowledge(folder: string): Knowledge {
  return { office: loadOffice(folder) };
}

export type { Office };
