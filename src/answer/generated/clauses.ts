/** The sentences of a text, in order: lines and what stands between full stops; without white space. */
export function sentencesOf(text: string): readonly string[] {
  return split(text, /[。！？；;!?\n]/u);
}

/** The statements of a text: what it asks, as headings do, states nothing. */
export function statedSentences(text: string): readonly string[] {
  return split(text.replace(/[^。！？；;!?\n]*[？?]/gu, "\n"), /[。！；;!\n]/u);
}

/** The parts of a sentence between commas. What 、 joins stays together: 不得转租、转借 forbids both. */
export function clausesOf(sentence: string): readonly string[] {
  return split(sentence, /[，：,:（）()]/u);
}

function split(text: string, at: RegExp): readonly string[] {
  return text
    .split(at)
    .map((part) => part.replace(/\s+/gu, ""))
    .filter((part) => part !== "");
}

/** Each two characters that stand side by side; a text of one character is itself. */
export function pairsOf(text: string): readonly string[] {
  const characters = [...text.replace(/[^\p{Script=Han}a-zA-Z0-9]/gu, "")];
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

/** The share of a text's pairs of characters that another text has: 0 … 1. */
export function sharedPairs(text: string, other: string): number {
  const pairs = pairsOf(text);
  if (pairs.length === 0) return 0;
  const known = new Set(pairsOf(other));
  return pairs.filter((pair) => known.has(pair)).length / pairs.length;
}

/** A clause that says less than this by itself is read with the one before it, the first with the one behind it. */
const fewestPairs = 4;

/**
 * The clauses of a text that are compared, each long enough to tell what it is about.
 * @param bare takes from a text what is not to be compared
 */
export function tellingClauses(text: string, bare: (text: string) => string): readonly string[] {
  return statedSentences(text).flatMap((sentence) => {
    const clauses = clausesOf(sentence);
    return clauses.map((clause, index) => {
      if (pairsOf(bare(clause)).length >= fewestPairs) return clause;
      const first = Math.max(0, index - 1);
      return clauses.slice(first, first + 2).join("，");
    });
  });
}

/** Clauses, each by itself and with the one behind it: what a clause may be compared with. */
export type Comparable<Clause> = { readonly single: readonly Clause[]; readonly joined: readonly Clause[] };

/** The clauses of what a text states. */
export function comparableClauses(text: string): Comparable<string> {
  const sentences = statedSentences(text).map(clausesOf);
  const joined = sentences.flatMap((clauses) => clauses.slice(1).map((clause, index) => `${clauses[index]}，${clause}`));
  return { single: sentences.flat(), joined };
}

/**
 * Those clauses that say most of what a clause says, and as good as the best: single ones where one of them is as good; none when the best says
 * less than `least` of it.
 */
export function closestTo<Clause>(
  clause: string,
  { single, joined }: Comparable<Clause>,
  bare: (clause: Clause) => string,
  { least, asGood }: { readonly least: number; readonly asGood: number },
): readonly Clause[] {
  const shared = (each: Clause) => ({ each, share: sharedPairs(clause, bare(each)) });
  const [singles, pairs] = [single.map(shared), joined.map(shared)];
  const best = Math.max(0, ...singles.map(({ share }) => share), ...pairs.map(({ share }) => share));
  if (best < least) return [];
  const close = singles.filter(({ share }) => share >= asGood * best);
  return (close.length > 0 ? close : pairs.filter(({ share }) => share >= asGood * best)).map(({ each }) => each);
}
