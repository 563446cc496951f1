/** Moves the rows that a step touched. */
export type RowOptimiser = {
  /** Says that a row's gradient is not zero. */
  touch(row: number): void;
  /** Moves the touched rows against their gradient, and sets that to zero again. */
  step(gradient: Float32Array, learningRate: number): void;
};

const firstDecay = 0.9;
const secondDecay = 0.999;
const least = 1e-6;

/**
 * Adam (Kingma and Ba 2015), lazy: a row that a step does not touch keeps its moments.
 * @param pull draws touched rows towards where they started
 */
export function rowOptimiser(rows: Float32Array, dimension: number, pull: number): RowOptimiser {
  const start = rows.slice();
  const first = new Float32Array(rows.length);
  const second = new Float32Array(rows.length);
  const touched = new Set<number>();
  let steps = 0;
  return {
    touch: (row) => touched.add(row),
    step: (gradient, learningRate) => {
      steps++;
      const firstShare = 1 - firstDecay ** steps;
      const secondShare = 1 - secondDecay ** steps;
      for (const row of touched)
        for (let index = row * dimension; index < (row + 1) * dimension; index++) {
          const slope = (gradient[index] as number) + pull * ((rows[index] as number) - (start[index] as number));
          gradient[index] = 0;
          const mean = firstDecay * (first[index] as number) + (1 - firstDecay) * slope;
          const square = secondDecay * (second[index] as number) + (1 - secondDecay) * slope * slope;
          first[index] = mean;
          second[index] = square;
          rows[index] = (rows[index] as number) - (learningRate * mean) / firstShare / (Math.sqrt(square / secondShare) + least);
        }
      touched.clear();
    },
  };
}
