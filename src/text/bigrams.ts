/** The pairs of neighbouring letters, digits and characters of a text, each once: a rough measure of what it is about. */
export function bigramsOf(text: string): ReadonlySet<string> {
  const bare = text.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "");
  return new Set(Array.from({ length: Math.max(0, bare.length - 1) }, (_, index) => bare.slice(index, index + 2)));
}
