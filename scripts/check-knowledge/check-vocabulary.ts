import type { VocabularyEntry } from "../../src/knowledge/vocabulary.js";
import { toSimplified } from "../../src/text/traditional.js";
import type { Finding } from "./check-document.js";

type Placed = { readonly path: string; readonly entry: VocabularyEntry };

/** Any character that only traditional writing uses: with it in the text, every other one is converted too. */
const traditionalSign = "國";

/**
 * What an editor should mend in `knowledge/vocabulary/`; empty when nothing is. The path names the file, the detail the entry.
 * @param files entries by file name
 * @param standsInTexts whether an official word stands in the texts at hand; null when there are too few texts to say
 */
export function checkVocabulary(
  files: ReadonlyMap<string, readonly VocabularyEntry[]>,
  standsInTexts: ((word: string) => boolean) | null,
): readonly Finding[] {
  const placed = [...files].flatMap(([file, entries]) => entries.map((entry): Placed => ({ path: `vocabulary/${file}`, entry })));
  return [...placed.flatMap((each) => checkEntry(each, standsInTexts)), ...collisions(placed), ...unheardForms(placed)];
}

const named = ({ say }: VocabularyEntry) => `the entry of ${say[0]}`;

function checkEntry({ path, entry }: Placed, standsInTexts: ((word: string) => boolean) | null): Finding[] {
  const { say, mean, ambiguous, single } = entry;
  const find = (rule: string, detail: string): Finding => ({ path, rule, detail: `${named(entry)}: ${detail}` });
  const short = say.filter((word) => [...word].length === 1);
  const missing = standsInTexts ? mean.filter((word) => !standsInTexts(word)) : [];
  return [
    ...repeated(say).map((word) => find("repeated_word", `say has ${word} twice`)),
    ...repeated(mean).map((word) => find("repeated_word", `mean has ${word} twice`)),
    // an official word may also be said, beside everyday ones; alone it adds nothing
    ...say
      .filter((word) => mean.length > 0 && mean.every((other) => other === word))
      .map((word) => find("stands_for_itself", `${word} stands for nothing but itself`)),
    ...short
      .filter((word) => !single.includes(word))
      .map((word) => find("single_character", `${word} is in longer words too: leave it out, or list it in single`)),
    ...single
      .filter((word) => !short.includes(word))
      .map((word) => find("idle_declaration", `${word} of single is no single character of say`)),
    ...ambiguous.filter((word) => !say.includes(word)).map((word) => find("idle_declaration", `${word} of ambiguous is not in say`)),
    ...say
      .filter((word) => word !== word.toLowerCase())
      .map((word) => find("upper_case", `${word} is never found: questions are put into lower case`)),
    ...missing.map((word) => find("matches_nothing", `${word} stands in no text at hand`)),
  ];
}

function repeated(words: readonly string[]): string[] {
  return [...new Set(words.filter((word, index) => words.indexOf(word) !== index))];
}

/** A word in several entries must be declared in every one; one that is declared must be in several. */
function collisions(placed: readonly Placed[]): Finding[] {
  const byWord = new Map<string, Placed[]>();
  for (const each of placed) for (const word of new Set(each.entry.say)) byWord.set(word, [...(byWord.get(word) ?? []), each]);
  return [...byWord].flatMap(([word, places]) =>
    places.flatMap((here): Finding[] => {
      const { path, entry } = here;
      const others = places.filter((other) => other !== here);
      const elsewhere = others.map((other) => `${other.path}, ${named(other.entry)}`).join("; ");
      const declared = entry.ambiguous.includes(word);
      if (others.length > 0 && !declared)
        return [
          {
            path,
            rule: "collision",
            detail: `${named(entry)}: ${word} is in ${elsewhere} too: leave it out of one, or list it in ambiguous of both`,
          },
        ];
      if (others.length === 0 && declared)
        return [{ path, rule: "idle_declaration", detail: `${named(entry)}: ${word} of ambiguous is in no other entry` }];
      return [];
    }),
  );
}

/** Questions in traditional characters are converted before they are searched for: the converted form must be known too. */
function unheardForms(placed: readonly Placed[]): Finding[] {
  const known = new Set(placed.flatMap(({ entry }) => entry.say));
  return placed.flatMap(({ path, entry }) =>
    entry.say
      .map((word) => ({ word, heard: toSimplified(word + traditionalSign).slice(0, -1) }))
      .filter(({ heard }) => !known.has(heard))
      .map(
        ({ word, heard }): Finding => ({
          path,
          rule: "unheard_form",
          detail: `${named(entry)}: ${word} is read as ${heard}, which no entry has`,
        }),
      ),
  );
}
