import type { TrainedFeature } from "../../file/trained-feature";
import { affine, choose, featureReader, isMissing, number, sum } from "../../formula/build";
import type { Formula } from "../../formula/expression";
import type { Table } from "../../table/table";
import type { FeatureSpread } from "../feature-spread";
import { featureSpreadFormula } from "../feature-spread-formula";
import type { LinearEstimator } from "./linear-format";
import { effectsOf } from "./linear-predictor";

/** The formula of `LinearPredictor`. */
export function linearFormula(
  estimator: LinearEstimator,
  features: readonly TrainedFeature[],
  spread: FeatureSpread,
  table: Table,
): Formula {
  const feature = featureReader();
  const effects = effectsOf(estimator, features, table).map(
    ({ position, slope, categories, absent, mean }) => {
      if (categories) {
        return {
          mean,
          effect: { op: "category", position, values: categories, missing: absent, unknown: 0 } as const,
        };
      }
      const value = feature(position);
      return { mean, effect: choose(isMissing(value), number(absent), affine(value, slope)) };
    },
  );
  return {
    prediction: sum(
      effects.map(({ effect }) => effect),
      estimator.intercept,
    ),
    errorScale: featureSpreadFormula(spread, table, feature),
    contributions: effects.map(({ effect, mean }) => sum([effect], -mean)),
    actualAt: (prediction, error) => sum([prediction, error]),
  };
}
