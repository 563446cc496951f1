/** A row of weights with the sums of their squared slopes. */
export type Weights = { readonly values: Float64Array; readonly squares: Float64Array };

const rate = 0.15;

/** @param start of the sum of squared slopes: the larger, the smaller the first steps */
export function weightsOf(length: number, start: number): Weights {
  return { values: new Float64Array(length), squares: new Float64Array(length).fill(start) };
}

/** One step against the slope `errors * factor`, with a ridge of `held` (Adagrad: Duchi, Hazan and Singer 2011). */
export function learn({ values, squares }: Weights, errors: Float64Array, factor: number, held: number): void {
  for (let index = 0; index < values.length; index++) {
    const slope = (errors[index] as number) * factor + held * (values[index] as number);
    const square = (squares[index] as number) + slope * slope;
    squares[index] = square;
    values[index] = (values[index] as number) - (rate * slope) / Math.sqrt(square);
  }
}

/** Adds `factor` times the row to the logits. */
export function addTo(logits: Float64Array, { values }: Weights, factor: number): void {
  for (let index = 0; index < logits.length; index++) logits[index] = (logits[index] as number) + factor * (values[index] as number);
}
