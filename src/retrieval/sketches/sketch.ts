/** Pairs of neighbouring characters share these numbers: 16 bits, so that a passage of 100 characters takes 200 bytes. */
export const pairKinds = 65_536;

/**
 * Which pairs of neighbouring characters each chunk holds, as numbers of 16 bits, each once: `pairs[offsets[n] … offsets[n + 1]]` of chunk n.
 * Words that the dictionary cuts differently in a question and in a text still share their characters.
 */
export type Sketches = {
  readonly offsets: Uint32Array;
  readonly pairs: Uint16Array;
  /** Inverse document frequency by pair number. */
  readonly idf: Float32Array;
};

/** The pair numbers along a text, in their order; punctuation and space part pairs. */
export function pairsOf(text: string): Uint16Array {
  const pairs = new Uint16Array(text.length);
  let count = 0;
  let previous = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const letter = isLetter(code) ? code : 0;
    if (letter !== 0 && previous !== 0) pairs[count++] = Math.imul(previous * 31_337 + letter, 0x9e3779b1) >>> 16;
    previous = letter;
  }
  return pairs.subarray(0, count);
}

function isLetter(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x3400 && code <= 0x4dbf)
  );
}

/** Collects the sketches of chunks one after another. */
export function sketchBuilder() {
  let pairs = new Uint16Array(1 << 16);
  let count = 0;
  const offsets = [0];
  const frequency = new Uint32Array(pairKinds);
  /** The chunk, counted from 1, that held a pair last. */
  const seenIn = new Uint32Array(pairKinds);
  return {
    /** Adds the next chunk; its text in lower case. */
    add(text: string): void {
      const chunk = offsets.length;
      for (const pair of pairsOf(text)) {
        if (seenIn[pair] === chunk) continue;
        seenIn[pair] = chunk;
        frequency[pair] = (frequency[pair] as number) + 1;
        if (count === pairs.length) {
          const larger = new Uint16Array(pairs.length * 2);
          larger.set(pairs);
          pairs = larger;
        }
        pairs[count++] = pair;
      }
      offsets.push(count);
    },
    /** @param idf that of the collection that these chunks join; without it they are a collection of their own */
    finish(idf?: Float32Array): Sketches {
      return {
        offsets: Uint32Array.from(offsets),
        pairs: pairs.slice(0, count),
        idf: idf ?? inverseFrequency(frequency, offsets.length - 1),
      };
    },
  };
}

function inverseFrequency(frequency: Uint32Array, chunks: number): Float32Array {
  const idf = new Float32Array(frequency.length);
  for (let pair = 0; pair < frequency.length; pair++) {
    const held = frequency[pair] as number;
    idf[pair] = Math.log(1 + (chunks - held + 0.5) / (held + 0.5));
  }
  return idf;
}
