import type { Tensor } from "@xenova/transformers";
import type { EmbedderRecipe } from "../../../knowledge/embedders.js";
import { scaleToUnit } from "../unit.js";

/**
 * The unit vectors of a batch from the vectors of its tokens.
 * @param tokens batch × tokens × dimension
 * @param mask batch × tokens, 1 for a token and 0 for padding
 */
export function pool(tokens: Tensor, mask: Tensor, pooling: EmbedderRecipe["pooling"]): readonly Float32Array[] {
  const [texts = 0, length = 0, dimension = 0] = tokens.dims;
  const data = tokens.data as Float32Array;
  return Array.from({ length: texts }, (_, text) => {
    const start = text * length * dimension;
    if (pooling === "cls") return scaleToUnit(data.slice(start, start + dimension));
    const sum = new Float32Array(dimension);
    for (let token = 0; token < length; token++) {
      if (Number(mask.data[text * length + token]) === 0) continue;
      const row = start + token * dimension;
      for (let index = 0; index < dimension; index++) sum[index] = (sum[index] as number) + (data[row + index] as number);
    }
    return scaleToUnit(sum);
  });
}
