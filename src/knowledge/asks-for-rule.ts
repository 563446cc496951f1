import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ZhengwenError } from "../domain/errors.js";

/** Tells a question for a rule from one for a local or current fact, by the characters that it is made of. */
export type AsksForRule = {
  /** Runs of one to three characters with the weight that each adds: above zero for a rule. */
  readonly weights: ReadonlyMap<string, number>;
  readonly intercept: number;
};

const file = "asks-for-rule.tsv";

/** @throws ZhengwenError `knowledge_invalid` naming the line that cannot be read. */
export function loadAsksForRule(folder: string): AsksForRule {
  const weights = new Map<string, number>();
  let intercept = 0;
  for (const [index, line] of readFileSync(join(folder, file), "utf8").split("\n").entries()) {
    if (line === "" || line.startsWith("#")) continue;
    const [characters, weight] = line.split("\t");
    const value = Number(weight);
    if (characters === undefined || weight === undefined || weight === "" || !Number.isFinite(value))
      throw new ZhengwenError("knowledge_invalid", `${join(folder, file)}: line ${index + 1}: not characters, a tab and a number`);
    if (characters === "") intercept = value;
    else weights.set(characters, value);
  }
  return { weights, intercept };
}
