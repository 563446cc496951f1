import type { Knowledge } from "../../knowledge/index.js";
import { fillIn } from "../../text/fill.js";
import type { Finding } from "./finding.js";

const mostNamed = 8;

/** What is wrong with an answer, a line each, as the model that is to repair it reads it. */
export function faultsText(findings: readonly Finding[], { faults }: Pick<Knowledge["support"], "faults">): string {
  return [...new Set(findings.map(({ rule, detail }) => fillIn(faults[rule], { words: detail })))].slice(0, mostNamed).join("\n");
}
