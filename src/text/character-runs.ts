const digits = /[0-9０-９零一二三四五六七八九十百千万两几]+/g;
const lettersOnly = /[^\p{L}\p{N}]+/gu;

/**
 * The runs of one to three characters of a text, each once, with `^` before its beginning and `$` behind its end. A number is one `0`, so
 * that what is learned of 3天 holds for 十五天.
 */
export function characterRuns(text: string): ReadonlySet<string> {
  const characters = [...`^${text.toLowerCase().replace(digits, "0").replace(lettersOnly, "")}$`];
  const runs = new Set<string>();
  for (let length = 1; length <= 3; length++)
    for (let start = 0; start + length <= characters.length; start++) runs.add(characters.slice(start, start + length).join(""));
  return runs;
}
