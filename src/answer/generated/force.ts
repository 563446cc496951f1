import { type ForceWord, forceWords, type Support } from "../../knowledge/support.js";
import { closestTo, comparableClauses, tellingClauses } from "./clauses.js";
import { withoutNumbers } from "./tied-figures.js";

/** A clause of the sources says the same matter when it shares at least this of the sentence's clause; nearly as much is as good. */
const sameMatter = { least: 0.5, asGood: 0.85 };

/** A clause without its words of force, and what each of these words governs: the two characters behind it, 转租 of 不得转租. */
type Clause = { readonly bare: string; readonly governed: Readonly<Record<ForceWord, readonly string[]>> };

/**
 * The clauses of a sentence whose force differs from the sources': 应当 for 可以, 不得 for 可以, a 不 too many or too few. Compared with the
 * clauses that say the same; where there are none, that is for the support to tell.
 */
export function turnedClauses(statement: string, said: string, words: Support["force"]): readonly string[] {
  const { single, joined } = comparableClauses(said);
  const read = (clause: string) => readForce(clause, words);
  const theirs = { single: single.map(read), joined: joined.map(read) };
  const bare = (clause: string) => withoutNumbers(read(clause).bare);
  return tellingClauses(statement, bare).filter((clause) => {
    const ours = read(clause);
    // what was read together is compared with what stands together
    const comparable = clause.includes("，") ? { single: theirs.joined, joined: theirs.single } : theirs;
    const closest = closestTo(ours.bare, comparable, (other) => other.bare, sameMatter);
    if (closest.length > 0) return !closest.some((other) => agrees(ours, other));
    return deniesAgainstAll(ours, theirs.single) || saysAgainstAll(ours, theirs.single);
  });
}

const denied = ({ governed }: Clause) => [...governed.forbidden, ...governed.released, ...governed.denied];
/** One character is told apart only where a clause ends with it. */
const has = ({ bare }: Clause, what: string) => (what.length > 1 ? bare.includes(what) : bare.endsWith(what));

function agrees(ours: Clause, theirs: Clause): boolean {
  const [weDeny, theyDeny] = [denied(ours), denied(theirs)];
  // said though they deny it, or denied though they say it
  if (theyDeny.some((what) => has(ours, what) && !weDeny.includes(what))) return false;
  if (weDeny.some((what) => theirs.bare.includes(what) && !theyDeny.includes(what))) return false;
  if (weDeny.length > 0 && theyDeny.length === 0) return false;
  return !isExchanged(ours, theirs, "allowed", "required") && !isExchanged(ours, theirs, "required", "allowed");
}

/** What a clause denies is spoken of in the sources, and denied nowhere. */
function deniesAgainstAll(ours: Clause, theirs: readonly Clause[]): boolean {
  return denied(ours).some((what) => {
    const speak = theirs.filter(({ bare }) => what.length > 1 && bare.includes(what));
    return speak.length > 0 && !speak.some((other) => denied(other).includes(what));
  });
}

/** What a clause says is denied wherever the sources speak of it. */
function saysAgainstAll(ours: Clause, theirs: readonly Clause[]): boolean {
  const all = new Set(theirs.flatMap(denied));
  return [...all].some((what) => {
    if (what.length < 2 || !has(ours, what) || denied(ours).includes(what)) return false;
    return theirs.every((other) => !other.bare.includes(what) || denied(other).includes(what));
  });
}

/** One of the two words stands where the sources have the other: for the same thing, or in the clause as a whole. */
function isExchanged({ governed: ours }: Clause, { governed: theirs }: Clause, our: "allowed" | "required", their: "allowed" | "required") {
  if (ours[our].some((what) => theirs[their].includes(what) && !theirs[our].includes(what))) return true;
  return ours[our].length > 0 && ours[their].length === 0 && theirs[their].length > 0 && theirs[our].length === 0;
}

/** Stands for a word of force that was read, and for one that is none. */
const [known, neutral] = ["　", "＊"];
const governedBehind =
  /^(?:　|再|会|能|得|是|有|被|把|给|你|您|自己|本人|到|由|因为|因|对|在|向|将|予以|就|都|也|还)*(?<what>[^　＊，、\p{P}]{1,2})/u;
const listed = /(?:、|或者|和)(?<what>[^　＊，、\p{P}]{2})/gu;

function readForce(clause: string, words: Support["force"]): Clause {
  let rest = clause.replace(words.neutral, (word) => neutral.repeat(word.length));
  const governed: Record<ForceWord, string[]> = { forbidden: [], released: [], denied: [], required: [], allowed: [] };
  for (const word of forceWords) {
    const marked = rest.replace(words[word], (found) => known.repeat(found.length));
    for (const match of rest.matchAll(words[word])) {
      const behind = marked.slice(match.index + match[0].length);
      const what = governedBehind.exec(behind)?.groups?.["what"];
      // 不得转租、转借: each of the list
      const list = word === "forbidden" ? [...behind.matchAll(listed)].map(({ groups }) => groups?.["what"] ?? "") : [];
      governed[word].push(...(what === undefined ? [] : [what]), ...list);
    }
    rest = marked;
  }
  const bare = forceWords.reduce((text, word) => text.replace(words[word], ""), clause);
  return { bare, governed };
}
