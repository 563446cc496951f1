import type { ForceStatus } from "../../domain/document.js";
import { dayInShanghai } from "../../domain/plain-date.js";
import type { DocumentPage } from "../../store/document-pages.js";
import type { WebServices } from "./services.js";

/** How a version stands today: from the caller who knows of repeals, else from the version's own dates. */
export function statusToday(services: Pick<WebServices, "clock" | "forceStatus">, page: DocumentPage): ForceStatus {
  const known = services.forceStatus?.(page.id);
  if (known) return known;
  const today = dayInShanghai(services.clock());
  if (page.newerVersionId !== null) return "superseded";
  if (page.effectiveTo !== null && page.effectiveTo <= today) return "repealed";
  return page.effectiveFrom !== null && page.effectiveFrom > today ? "not_yet" : "in_force";
}
