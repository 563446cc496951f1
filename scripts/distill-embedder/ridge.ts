import { addBag, type Bags, bagCount, spreadOverBag } from "./bags.js";

export type RidgeOptions = {
  /** Weight of the distance from the start. */
  readonly lambda: number;
  readonly steps: number;
  readonly progress: (step: number) => void;
};

/**
 * Word rows E that make the mean of a text's words come near its target T, and stay near where they start:
 * the least of Σ cᵢ‖aᵢE − tᵢ‖² + λ‖E − E₀‖², by conjugate gradients over all dimensions at once (Hestenes and Stiefel 1952).
 * @param targets a row for each bag
 * @param counts how much each bag counts
 */
export function fitRidge(
  bags: Bags,
  targets: Float32Array,
  counts: Float32Array,
  start: Float32Array,
  dimension: number,
  { lambda, steps, progress }: RidgeOptions,
): Float32Array {
  const texts = bagCount(bags);
  /** AᵀC(T − A·start), or AᵀC·A·rows where there are no targets. */
  const normal = (rows: Float32Array, wanted: Float32Array | null) => {
    const out = new Float32Array(rows.length);
    const mean = new Float32Array(dimension);
    for (let bag = 0; bag < texts; bag++) {
      mean.fill(0);
      addBag(bags, bag, rows, dimension, mean, 0);
      const count = counts[bag] as number;
      for (let index = 0; index < dimension; index++) {
        const value = mean[index] as number;
        mean[index] = count * (wanted ? (wanted[bag * dimension + index] as number) - value : value);
      }
      spreadOverBag(bags, bag, mean, 0, dimension, out);
    }
    return out;
  };
  const difference = new Float32Array(start.length);
  const residual = normal(start, targets);
  const direction = residual.slice();
  let squares = columnDots(residual, residual, dimension);
  for (let step = 0; step < steps; step++) {
    const image = normal(direction, null);
    for (let index = 0; index < image.length; index++) image[index] = (image[index] as number) + lambda * (direction[index] as number);
    const curvature = columnDots(direction, image, dimension);
    const lengths = squares.map((value, column) => value / Math.max(curvature[column] as number, 1e-20));
    for (let index = 0; index < image.length; index++) {
      const length = lengths[index % dimension] as number;
      difference[index] = (difference[index] as number) + length * (direction[index] as number);
      residual[index] = (residual[index] as number) - length * (image[index] as number);
    }
    const next = columnDots(residual, residual, dimension);
    const turns = next.map((value, column) => value / Math.max(squares[column] as number, 1e-20));
    for (let index = 0; index < direction.length; index++)
      direction[index] = (residual[index] as number) + (turns[index % dimension] as number) * (direction[index] as number);
    squares = next;
    progress(step + 1);
  }
  return difference.map((value, index) => value + (start[index] as number));
}

/** The dot product of each column of one matrix with that of the other. */
function columnDots(left: Float32Array, right: Float32Array, dimension: number): Float64Array {
  const sums = new Float64Array(dimension);
  for (let row = 0; row < left.length; row += dimension)
    for (let column = 0; column < dimension; column++)
      sums[column] = (sums[column] as number) + (left[row + column] as number) * (right[row + column] as number);
  return sums;
}
