import { DIFFERENCE } from "../error-measure";
import type { EstimatorKind } from "../estimator-kind";
import { type FeatureSpread, FeatureSpreadSchema } from "../feature-spread";
import { type LinearEstimator, LinearEstimatorSchema } from "./linear-format";
import { LinearPredictor } from "./linear-predictor";

/** A linear regression on the features themselves. */
export const linear: EstimatorKind<LinearEstimator, FeatureSpread> = {
  name: "linear",
  schema: LinearEstimatorSchema,
  spreadSchema: FeatureSpreadSchema,

  owns: (estimator): estimator is LinearEstimator => estimator.kind === "linear",

  findMisfit: ({ coefficients }, features) =>
    coefficients.length === features.length ? undefined : "Expected one coefficient a feature",

  createPredictor: (estimator, features, spread) => new LinearPredictor(estimator, features, spread),

  errorMeasure: () => DIFFERENCE,

  trainingPlaces: () => undefined,

  describe: ({ intercept, coefficients }, features) => ({
    intercept,
    columns: coefficients.length,
    coefficients,
    penalties: [],
    weights: {
      head: ["feature", "coefficient"],
      rows: [...features.map(({ name }, j) => [name, coefficients[j]] as const), ["(intercept)", intercept]],
    },
  }),
};
