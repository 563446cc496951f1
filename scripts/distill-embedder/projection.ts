import { seededRandom } from "./random.js";

/** Takes vectors to fewer dimensions: their mean off, then the directions in which they differ most. */
export type Projection = {
  readonly dimension: number;
  /** @param mean what is taken off; texts of another kind have another mean */
  apply(vectors: Float32Array, mean: Float32Array): Float32Array;
};

const rounds = 40;

export function meanOf(vectors: Float32Array, wide: number): Float32Array {
  const sums = new Float64Array(wide);
  for (let row = 0; row < vectors.length; row += wide)
    for (let column = 0; column < wide; column++) sums[column] = (sums[column] as number) + (vectors[row + column] as number);
  const count = Math.max(1, vectors.length / wide);
  return Float32Array.from(sums, (sum) => sum / count);
}

/** Principal components, by orthogonal iteration on the covariance (Golub and Van Loan, Matrix Computations, 8.2.4). */
export function principalProjection(vectors: Float32Array, wide: number, dimension: number): Projection {
  const covariance = covarianceOf(vectors, wide);
  const random = seededRandom(1);
  let basis = Array.from({ length: dimension }, () => Float64Array.from({ length: wide }, () => random.next() - 0.5));
  for (let round = 0; round < rounds; round++) {
    basis = basis.map((vector) => multiply(covariance, vector));
    orthonormalise(basis);
  }
  const columns = Float32Array.from(basis.flatMap((vector) => [...vector]));
  return {
    dimension,
    apply: (given, mean) => {
      const count = given.length / wide;
      const projected = new Float32Array(count * dimension);
      const centred = new Float32Array(wide);
      for (let row = 0; row < count; row++) {
        for (let index = 0; index < wide; index++) centred[index] = (given[row * wide + index] as number) - (mean[index] as number);
        for (let component = 0; component < dimension; component++) {
          let dot = 0;
          for (let index = 0; index < wide; index++) dot += (centred[index] as number) * (columns[component * wide + index] as number);
          projected[row * dimension + component] = dot;
        }
      }
      return projected;
    },
  };
}

/** Of at most every third vector: a third of the time, and the same directions. */
function covarianceOf(vectors: Float32Array, wide: number): Float64Array {
  const mean = meanOf(vectors, wide);
  const covariance = new Float64Array(wide * wide);
  const centred = new Float64Array(wide);
  for (let row = 0; row < vectors.length; row += 3 * wide) {
    for (let index = 0; index < wide; index++) centred[index] = (vectors[row + index] as number) - (mean[index] as number);
    for (let left = 0; left < wide; left++) {
      const value = centred[left] as number;
      const at = left * wide;
      for (let right = 0; right < wide; right++)
        covariance[at + right] = (covariance[at + right] as number) + value * (centred[right] as number);
    }
  }
  return covariance;
}

function multiply(matrix: Float64Array, vector: Float64Array): Float64Array<ArrayBuffer> {
  const wide = vector.length;
  const product = new Float64Array(wide);
  for (let row = 0; row < wide; row++) {
    let dot = 0;
    for (let column = 0; column < wide; column++) dot += (matrix[row * wide + column] as number) * (vector[column] as number);
    product[row] = dot;
  }
  return product;
}

/** Gram and Schmidt's, in place. */
function orthonormalise(basis: readonly Float64Array[]): void {
  for (const [position, vector] of basis.entries()) {
    for (const earlier of basis.slice(0, position)) {
      let dot = 0;
      for (let index = 0; index < vector.length; index++) dot += (vector[index] as number) * (earlier[index] as number);
      for (let index = 0; index < vector.length; index++) vector[index] = (vector[index] as number) - dot * (earlier[index] as number);
    }
    const length = Math.hypot(...vector) || 1;
    for (let index = 0; index < vector.length; index++) vector[index] = (vector[index] as number) / length;
  }
}
