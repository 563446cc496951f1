import type { DisclosureTable } from "./disclosure-table.js";
import type { ReviewTable } from "./review-table.js";

/** The tables of one office's yearly report on disclosure (政府信息公开条例 Arts. 49, 50). */
export type AnnualReport = {
  readonly office: string;
  readonly year: number;
  /** 统计期间, as it is printed: 2026年1月1日至12月31日. */
  readonly period: string;
  readonly disclosure: DisclosureTable;
  readonly reviews: ReviewTable;
};
