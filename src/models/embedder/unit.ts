/**
 * Scales a vector to length 1, where it lies. One without a direction (all zeros, or not finite) becomes all zeros.
 * @returns the vector given
 */
export function scaleToUnit(vector: Float32Array): Float32Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const length = Math.sqrt(squares);
  if (length === 0 || !Number.isFinite(length)) return vector.fill(0);
  for (let index = 0; index < vector.length; index++) vector[index] = (vector[index] as number) / length;
  return vector;
}

/** Whether a text holds a letter, a character or a digit: a vector of blanks, punctuation or emoji alone means nothing. */
export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
