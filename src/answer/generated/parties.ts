import { clausesOf, closestTo, comparableClauses, statedSentences } from "./clauses.js";

const sameMatter = { least: 0.5, asGood: 0.85 };

/**
 * The clauses of a sentence that give one party what the sources give another: the 男方 what is said of the 女方. Compared with the clauses that
 * say the same, parties apart; one that names no party is about any.
 */
export function exchangedParties(statement: string, said: string, parties: RegExp): readonly string[] {
  const bare = (text: string) => text.replace(parties, "");
  const partiesOf = (text: string) => new Set(text.match(parties) ?? []);
  const theirs = comparableClauses(said);
  return statedSentences(statement)
    .flatMap(clausesOf)
    .filter((clause) => {
      const ours = partiesOf(clause);
      if (ours.size === 0) return false;
      const closest = closestTo(bare(clause), theirs, bare, sameMatter).map(partiesOf);
      const isOther = (named: ReadonlySet<string>) => named.size > 0 && [...ours].every((party) => !named.has(party));
      return closest.length > 0 && closest.every(isOther);
    });
}
