/** A character of a text with the reading that stands behind it in brackets, 開(kāi), if one does. */
export type Unit = {
  readonly character: string;
  readonly pinyin: string | null;
  /** True where a damaged character was replaced by a question mark: ?(nèi) or ?nèi). */
  readonly lost: boolean;
};

const toned = /[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ]/;
const unit =
  /([\u3400-\u9fff]|[?]|[@-~])\(([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüêńňǹḿ]{1,6})\)|[?]([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6})\)|[\s\S]/gu;
/** Syllables without a tone: 們(men), 個(ge). Any other word without one is no reading. */
const neutral = new Set(["men", "de", "le", "ma", "ne", "ba", "zhe", "guo", "ge", "zi", "tou", "me", "shang", "li"]);
/** From this many on, brackets with readings are the converter's doing and not the author's. */
const enough = 3;

/** The text in units, or null when it carries no readings behind its characters. */
export function readUnits(text: string): Unit[] | null {
  const units: Unit[] = [];
  let marked = 0;
  for (const match of text.matchAll(unit)) {
    const [whole, character, inBrackets, afterMark] = match;
    const pinyin = inBrackets ?? afterMark;
    if (pinyin === undefined || !isReading(pinyin)) {
      for (const single of whole) units.push({ character: single, pinyin: null, lost: false });
      continue;
    }
    marked++;
    units.push({ character: character ?? "?", pinyin, lost: character === undefined || character === "?" });
  }
  return marked >= enough ? units : null;
}

function isReading(word: string): boolean {
  return toned.test(word) || neutral.has(word);
}

/** Which characters the healthy units show for each reading. */
export function readingsOf(units: readonly Unit[]): ReadonlyMap<string, ReadonlySet<string>> {
  const readings = new Map<string, Set<string>>();
  for (const { character, pinyin, lost } of units) {
    if (pinyin === null || lost || character < "\u3400") continue;
    readings.set(pinyin, (readings.get(pinyin) ?? new Set()).add(character));
  }
  return readings;
}
