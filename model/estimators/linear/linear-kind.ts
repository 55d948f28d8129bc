import { isNumberLike } from "../../file/trained-feature";
import { DIFFERENCE } from "../error-measure";
import type { EstimatorKind } from "../estimator-kind";
import { type FeatureSpread, FeatureSpreadSchema, findSpreadMisfit } from "../feature-spread";
import { type LinearEstimator, LinearEstimatorSchema } from "./linear-format";
import { LinearPredictor } from "./linear-predictor";

/** A linear regression on the features themselves. */
export const linear: EstimatorKind<LinearEstimator, FeatureSpread> = {
  name: "linear",
  schema: LinearEstimatorSchema,
  spreadSchema: FeatureSpreadSchema,

  owns: (estimator): estimator is LinearEstimator => estimator.kind === "linear",

  findMisfit({ coefficients }, features, spread) {
    if (coefficients.length !== features.length) return "Expected one coefficient a feature";
    if (!features.every(isNumberLike)) return "Expected features that are numbers";
    return findSpreadMisfit(spread, features);
  },

  createPredictor: (estimator, features, spread, table) =>
    new LinearPredictor(estimator, features, spread, table),

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
