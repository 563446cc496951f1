import { ZhengwenError } from "../../domain/errors.js";
import { type RouteModel, routeModelFile } from "../../knowledge/route-model.js";
import type { RouteRules } from "../../knowledge/routing.js";
import type { WeightRow } from "../../knowledge/weight-row.js";
import { staticEmbedderFolder } from "../../models/embedder/choose.js";
import { softmax } from "../../text/softmax.js";
import type { CueSums } from "./cue-sums.js";
import { openRouteFeatures } from "./route-features.js";

/** How probable each class of the model is, in its order, together 1; and what the cues said. */
export type RouteProbabilities = { readonly probabilities: Float64Array; readonly cues: CueSums };

/**
 * The trained classifier, for messages in the form of `plainForm`.
 * @throws ZhengwenError `embedder_damaged`; `knowledge_invalid` when the model was fitted with other word vectors or other rules
 */
export function openRouteProbabilities(rules: readonly RouteRules[], model: RouteModel): (text: string) => RouteProbabilities {
  const features = openRouteFeatures(rules, staticEmbedderFolder);
  if (features.fingerprint !== model.embedder || features.dimension !== model.meaning.length || features.traits !== model.traits.length)
    throw new ZhengwenError(
      "knowledge_invalid",
      `${routeModelFile} was fitted with other word vectors or routes: fit it again (npx tsx scripts/fit-routing.ts)`,
    );
  return (text) => {
    const read = features.read(text);
    const logits = new Float64Array(model.classes.length);
    const add = ({ scale, values }: WeightRow, factor: number) => {
      const by = (factor * scale) / model.temperature;
      for (let column = 0; column < values.length; column++) logits[column] = (logits[column] as number) + by * (values[column] as number);
    };
    add(model.intercept, 1);
    for (const run of read.runs) {
      const row = model.runs.get(run);
      if (row) add(row, read.runShare);
    }
    for (const [index, row] of model.meaning.entries()) add(row, read.meaning[index] as number);
    for (const [index, row] of model.traits.entries()) add(row, read.traits[index] as number);
    return { probabilities: softmax(logits), cues: read.cues };
  };
}
