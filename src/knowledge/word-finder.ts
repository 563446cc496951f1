type Node = { readonly next: Map<number, Node>; word: string | null };

const isLatin = (code: number) => (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a);

/**
 * Finds which of the given words stand in a text, each once, in their order. A word inside a longer known one is not found
 * (医保 in 医保卡); two that only overlap both are. Words that begin or end in Latin letters or digits stand alone: 110 is
 * not in 1100. A trie, read once from each place of the text: its time grows with the text and not with the words.
 */
export function wordFinder(words: Iterable<string>): (text: string) => readonly string[] {
  const root: Node = { next: new Map(), word: null };
  for (const word of words) insert(root, word);
  return (text) => {
    const found = new Set<string>();
    let reached = 0;
    for (let start = 0; start < text.length; start++) {
      const word = longestAt(root, text, start);
      if (word === null || start + word.length <= reached) continue;
      reached = start + word.length;
      found.add(word);
    }
    return [...found];
  };
}

function insert(root: Node, word: string): void {
  let node = root;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    let next = node.next.get(code);
    if (!next) {
      next = { next: new Map(), word: null };
      node.next.set(code, next);
    }
    node = next;
  }
  node.word = word;
}

function longestAt(root: Node, text: string, start: number): string | null {
  let longest: string | null = null;
  let node: Node | undefined = root;
  for (let at = start; node && at <= text.length; at++) {
    if (node.word !== null && standsAlone(text, start, at)) longest = node.word;
    node = at < text.length ? node.next.get(text.charCodeAt(at)) : undefined;
  }
  return longest;
}

function standsAlone(text: string, start: number, end: number): boolean {
  return !joined(text, start) && !joined(text, end);
}

/** True between two Latin letters or digits. */
function joined(text: string, at: number): boolean {
  return at > 0 && at < text.length && isLatin(text.charCodeAt(at - 1)) && isLatin(text.charCodeAt(at));
}
