import { type ForceWord, forceWords, type Support } from "../../knowledge/support.js";
import { clausesOf, sharedPairs } from "./clauses.js";

/** A clause of the sources says the same matter when it shares at least this of the sentence's clause. */
const sameMatter = 0.5;
/** Clauses that share nearly as much as the best one are as good. */
const asGood = 0.85;

type Force = ReadonlySet<ForceWord>;

/**
 * The clauses of a sentence whose force differs from the sources': 应当 for 可以, 不得 for 可以, a 不 too many or too few. Compared with the
 * clause that says the same; where there is none, that is for the support to tell.
 */
export function turnedClauses(statement: string, said: string, words: Support["force"]): readonly string[] {
  const theirs = clausesOf(said).map((clause) => ({ clause: withoutForce(clause, words), force: forceOf(clause, words) }));
  return clausesOf(statement).filter((clause) => {
    const bare = withoutForce(clause, words);
    const force = forceOf(clause, words);
    const shares = theirs.map((other) => sharedPairs(bare, other.clause));
    const best = Math.max(0, ...shares);
    if (best < sameMatter) return false;
    return !theirs.some((other, index) => (shares[index] ?? 0) >= asGood * best && agrees(force, other.force));
  });
}

const denying: readonly ForceWord[] = ["forbidden", "released", "denied"];

function agrees(ours: Force, theirs: Force): boolean {
  const has = (force: Force, ...words: readonly ForceWord[]) => words.some((word) => force.has(word));
  if (has(ours, ...denying) !== has(theirs, ...denying)) return false;
  if (has(ours, "forbidden") && !has(theirs, "forbidden", "denied")) return false;
  if (has(ours, "released") && !has(theirs, "released", "denied")) return false;
  if (has(ours, "released", "denied") && has(theirs, "forbidden") && !has(ours, "denied")) return false;
  if (has(ours, "required") && has(theirs, "allowed") && !has(theirs, "required")) return false;
  if (has(ours, "allowed") && has(theirs, "required") && !has(theirs, "allowed")) return false;
  return true;
}

function forceOf(clause: string, words: Support["force"]): Force {
  let rest = clause.replace(words.neutral, "　");
  const found = new Set<ForceWord>();
  for (const word of forceWords) {
    const without = rest.replace(words[word], "　");
    if (without !== rest) found.add(word);
    rest = without;
  }
  return found;
}

function withoutForce(clause: string, words: Support["force"]): string {
  return forceWords.reduce((rest, word) => rest.replace(words[word], ""), clause);
}
