/** The best of many scored chunks, kept in typed arrays: a heap with the worst on top. */
export type Best = {
  /** The least score that would still be kept, once `capacity` are; before that minus infinity. */
  threshold(): number;
  /** Keeps the chunk when it is among the best so far; of equal scores the lower number. */
  offer(chunk: number, score: number): void;
  /** The kept chunk numbers, best first; the collection is empty afterwards. */
  take(): Uint32Array;
};

/** @param capacity how many are kept */
export function bestChunks(capacity: number): Best {
  const chunks = new Uint32Array(capacity);
  const scores = new Float32Array(capacity);
  let count = 0;
  const worse = (a: number, b: number) =>
    (scores[a] as number) < (scores[b] as number) || (scores[a] === scores[b] && (chunks[a] as number) > (chunks[b] as number));
  const swap = (a: number, b: number) => {
    const chunk = chunks[a] as number;
    const score = scores[a] as number;
    chunks[a] = chunks[b] as number;
    scores[a] = scores[b] as number;
    chunks[b] = chunk;
    scores[b] = score;
  };
  const down = () => {
    for (let parent = 0; ; ) {
      let least = parent;
      const left = 2 * parent + 1;
      if (left < count && worse(left, least)) least = left;
      if (left + 1 < count && worse(left + 1, least)) least = left + 1;
      if (least === parent) return;
      swap(parent, least);
      parent = least;
    }
  };
  return {
    threshold: () => (count < capacity ? Number.NEGATIVE_INFINITY : (scores[0] as number)),
    offer: (chunk, score) => {
      if (count < capacity) {
        chunks[count] = chunk;
        scores[count] = score;
        count++;
        for (let child = count - 1; child > 0; ) {
          const parent = (child - 1) >> 1;
          if (!worse(child, parent)) break;
          swap(child, parent);
          child = parent;
        }
      } else if (score > (scores[0] as number) || (score === scores[0] && chunk < (chunks[0] as number))) {
        chunks[0] = chunk;
        scores[0] = score;
        down();
      }
    },
    take: () => {
      const order = Array.from({ length: count }, (_, index) => index).sort(
        (a, b) => (scores[b] as number) - (scores[a] as number) || (chunks[a] as number) - (chunks[b] as number),
      );
      count = 0;
      return Uint32Array.from(order, (index) => chunks[index] as number);
    },
  };
}
