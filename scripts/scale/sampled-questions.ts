import { dataFolder } from "../measure/data.js";
import { developmentQuestions } from "../measure/questions.js";

/** The texts of so many development questions, evenly chosen. */
export function sampledQuestions(count: number): readonly string[] {
  const all = developmentQuestions(dataFolder() ?? "");
  const step = Math.max(1, all.length / count);
  return Array.from({ length: Math.min(count, all.length) }, (_, index) => all[Math.floor(index * step)]?.text ?? "");
}

/** The value that a share of all values does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
