/** The parts of a text between commas and stops, without white space. */
export function clausesOf(text: string): readonly string[] {
  return text
    .split(/[，。；：！？、,;:!?\n]/u)
    .map((clause) => clause.replace(/\s+/gu, ""))
    .filter((clause) => clause !== "");
}

/** The sentences of a text, in order: lines and what stands between full stops. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .split(/[。！？；;!?\n]/u)
    .map((sentence) => sentence.replace(/\s+/gu, ""))
    .filter((sentence) => sentence !== "");
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
