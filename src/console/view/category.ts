import type { RequestRow } from "../../store/request-reading.js";

/** 城乡建设 › 噪声 › 施工, as far as it is known. */
export function categoryText(row: Pick<RequestRow, "categoryLevel1" | "categoryLevel2" | "categoryLevel3">): string {
  const levels = [row.categoryLevel1, row.categoryLevel2, row.categoryLevel3].filter((level) => level !== null);
  return levels.length === 0 ? "未分类" : levels.join(" › ");
}
