import type { Knowledge } from "../../knowledge/index.js";

/** The words that the pages show: the office's name and the names of the closed lists. */
export type PageWords = Pick<Knowledge, "office" | "console" | "lifecycles">;
