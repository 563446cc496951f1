import type { CuratedStanding, CuratedState } from "../../domain/curated-answer.js";
import type { Tone } from "./badge.js";
import type { PageWords } from "./words.js";

/** How the states of a curated answer look. */
export const curatedTones: Readonly<Record<CuratedState, Tone>> = { stale: "bad", draft: "wait", published: "good", withdrawn: "plain" };

/** How a curated answer came to stand where it does, in a sentence. */
export function standingText(standing: CuratedStanding, { console: words }: PageWords): string {
  switch (standing.state) {
    case "draft":
      return "等另一位工作人员审核，居民还看不到。";
    case "published":
      return `${standing.approvedBy} 于 ${standing.approvedAt.slice(0, 10)} 审核发布。`;
    case "stale": {
      const { document, article, reason, on, endedBy } = standing.staleness;
      const instead = endedBy ? `，现在是《${endedBy.replaceAll(/[《》]/g, "")}》` : "";
      return `《${document}》${article ?? ""}${words.staleReasons[reason]}${instead}；${on} 起自动停用。`;
    }
    case "withdrawn":
      return `${standing.withdrawnBy} 于 ${standing.withdrawnAt.slice(0, 10)} 撤下：${standing.because}`;
  }
}
