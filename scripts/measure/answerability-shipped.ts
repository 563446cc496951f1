import { openRetrieval } from "../../src/retrieval/index.js";
import { askAll, everythingToAsk } from "./asked-rows.js";
import type { Measure } from "./floors.js";
import { auroc, calibrationError, type Scored } from "./logistic.js";
import type { Measured } from "./speed.js";

/**
 * What the shipped coefficients say of the development questions and of what nothing answers. The default's vectors have seen the questions, so
 * it is righter than it says: its calibration is measured on folds (`npm run fit-answerability`).
 */
export async function shippedAnswerability({ store, knowledge, embedder, place, asOf, kind, data }: Measured): Promise<readonly Measure[]> {
  const retrieval = await openRetrieval(store, { ...knowledge, embedderFor: async () => embedder as NonNullable<typeof embedder> });
  const asked = everythingToAsk(data, store, place).filter(({ set }) => set === "lay" || set === "resident" || set === "unanswerable");
  const rows = await askAll(asked, retrieval, store, knowledge, asOf, [], () => {});
  const scored = (isLabelled: (row: (typeof rows)[number]) => boolean) =>
    rows.map((row): Scored => ({ probability: row.said, label: isLabelled(row) ? 1 : 0, weight: 1 }));
  const floors = kind === "model" ? { auroc: 0.86, error: 0.08 } : { auroc: 0.82, error: kind === "static" ? 0.2 : 0.1 };
  return [
    {
      name: "answerable against unanswerable: AUROC",
      value: auroc(scored(({ golds }) => golds.length > 0)),
      floor: floors.auroc,
      more: true,
      digits: 3,
      unit: "",
    },
    {
      name: "calibration error (10 bins)",
      value: calibrationError(
        scored(({ isRight }) => isRight),
        10,
      ),
      floor: floors.error,
      more: false,
      digits: 3,
      unit: "",
    },
  ];
}
