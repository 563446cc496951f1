import { readFile } from "node:fs/promises";
import { decodeText } from "../../src/corpus/read/read-file.js";

/** Which of the words stand in the files; reads no further once each was seen. */
export async function wordsIn(words: readonly string[], paths: readonly string[]): Promise<ReadonlySet<string>> {
  const sought = new Set(words);
  const found = new Set<string>();
  for (const path of paths) {
    if (sought.size === 0) break;
    const text = decodeText(await readFile(path));
    for (const word of sought) {
      if (!text.includes(word)) continue;
      found.add(word);
      sought.delete(word);
    }
  }
  return found;
}
