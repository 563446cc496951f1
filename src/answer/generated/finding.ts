import type { FindingRule } from "../../knowledge/support.js";

/** What is wrong with a generated answer: `detail` is the words that break the rule, `statement` the place of their sentence, from 0. */
export type Finding = { readonly rule: FindingRule; readonly statement: number; readonly detail: string };
