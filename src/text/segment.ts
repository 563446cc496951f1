import { Jieba } from "@node-rs/jieba";
import { dict } from "@node-rs/jieba/dict.js";

let jieba: Jieba | undefined;

/** Loads the dictionary (about 200 ms) before the first message needs it. */
export function warmSegmenter(): void {
  jieba ??= Jieba.withDict(dict);
}

/** Words in search mode: long words also give the shorter ones inside them. Punctuation is among them. */
export function segment(text: string): readonly string[] {
  jieba ??= Jieba.withDict(dict);
  return jieba.cutForSearch(text, true);
}

/** Where the words of a text begin, and its end; UTF-16 offsets. */
export function wordBoundaries(text: string): ReadonlySet<number> {
  jieba ??= Jieba.withDict(dict);
  const boundaries = new Set([0]);
  let end = 0;
  for (const word of jieba.cut(text, true)) {
    end += word.length;
    boundaries.add(end);
  }
  return boundaries;
}

/**
 * The length of the word that a text begins with, when the dictionary knows it as more than one character and no person's
 * name; else 0. Its names are not to be trusted (谢谢, 江西人): they are for the caller to judge.
 */
export function leadingWordLength(text: string): number {
  jieba ??= Jieba.withDict(dict);
  const [first] = jieba.tag(text, false);
  return first === undefined || first.tag === "nr" || first.word.length === 1 ? 0 : first.word.length;
}
