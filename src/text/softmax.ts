/** Probabilities in place of log-odds, in the same array. */
export function softmax(logits: Float64Array): Float64Array {
  let largest = Number.NEGATIVE_INFINITY;
  for (const value of logits) largest = Math.max(largest, value);
  let total = 0;
  for (let index = 0; index < logits.length; index++) {
    const power = Math.exp((logits[index] as number) - largest);
    logits[index] = power;
    total += power;
  }
  for (let index = 0; index < logits.length; index++) logits[index] = (logits[index] as number) / total;
  return logits;
}
