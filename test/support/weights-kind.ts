import * as v from "valibot";
import { DIFFERENCE } from "../../model/estimators/error-measure";
import type { EstimatorKind } from "../../model/estimators/estimator-kind";
import { type FeatureSpread, FeatureSpreadSchema } from "../../model/estimators/feature-spread";
import { finite } from "../../model/file/fields";
import { UNLIMITED } from "../../model/range";

const WeightsSchema = v.strictObject({ kind: v.literal("weights"), weight: finite });

type Weights = v.InferOutput<typeof WeightsSchema>;

/**
 * A kind of estimator to which every feature matters, whatever its type: the value in its row times a weight that grows with its
 * position. A missing value adds nothing.
 */
export const weights: EstimatorKind<Weights, FeatureSpread> = {
  name: "weights",
  schema: WeightsSchema,
  spreadSchema: FeatureSpreadSchema,
  owns: (estimator): estimator is Weights => estimator.kind === "weights",
  findMisfit: () => undefined,
  createPredictor: ({ weight }, features, _spread, table) => {
    const positions = features.map(({ name }) => table.indexOf(name));
    let parts: number[] = [];
    return {
      limits: UNLIMITED,
      baseline: 0,
      groups: positions.map((position) => ({ features: [position], label: table.features[position].label })),
      read: (rows, offset) => {
        parts = positions.map((position) => {
          const value = rows[offset + position];
          return Number.isNaN(value) ? 0 : value * weight * (position + 1);
        });
      },
      prediction: () => parts.reduce((sum, part) => sum + part, 0),
      errorScale: () => 1,
      explain: (contributions) => contributions.set(parts),
    };
  },
  errorMeasure: () => DIFFERENCE,
  trainingPlaces: () => undefined,
  describe: () => ({
    intercept: 0,
    columns: 0,
    coefficients: undefined,
    penalties: [],
    weights: { head: ["what", "weight"], rows: [] },
  }),
};
