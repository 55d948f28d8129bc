import { isNumberLike, type TrainedFeature } from "../../file/trained-feature";
import type { Table } from "../../table/table";
import { DIFFERENCE } from "../error-measure";
import type { EstimatorKind } from "../estimator-kind";
import { type FeatureSpread, FeatureSpreadSchema, findSpreadMisfit } from "../feature-spread";
import {
  type LinearColumn,
  type LinearEstimator,
  LinearEstimatorSchema,
  nameOfColumn,
} from "./linear-format";
import { linearFormula } from "./linear-formula";
import { LinearPredictor } from "./linear-predictor";
import { weightsOf } from "./linear-weights";

export const linear: EstimatorKind<LinearEstimator, FeatureSpread> = {
  name: "linear",
  schema: LinearEstimatorSchema,
  spreadSchema: FeatureSpreadSchema,

  owns: (estimator): estimator is LinearEstimator => estimator.kind === "linear",

  findMisfit({ terms, aliased = [] }, features, spread, table) {
    const named = new Map(features.map((feature) => [feature.name, feature]));
    const stray = [...terms, ...aliased].find((term) => !isColumnOf(term, named.get(term.feature), table));
    return stray ? `There is no column "${nameOfColumn(stray)}"` : findSpreadMisfit(spread, features);
  },

  createPredictor: (estimator, features, spread, table) =>
    new LinearPredictor(estimator, features, spread, table),

  formula: linearFormula,

  errorMeasure: () => DIFFERENCE,

  trainingPlaces: () => undefined,

  describe: (estimator, features, table) => ({
    intercept: estimator.intercept,
    columns: estimator.terms.length,
    coefficients: coefficientsOf(estimator, features),
    penalties: [],
    weights: weightsOf(estimator, features, table),
  }),
};

function isColumnOf(
  { feature, category, missing }: LinearColumn,
  trained: TrainedFeature | undefined,
  table: Table,
): boolean {
  if (!trained) return false;
  if (missing) return true;
  if (category === undefined) return isNumberLike(trained);
  return table.features[table.indexOf(feature)].categories?.includes(category) ?? false;
}

/** One per feature, if all are numbers that are never missing. */
function coefficientsOf(
  { terms }: LinearEstimator,
  features: readonly TrainedFeature[],
): number[] | undefined {
  if (!features.every((feature) => isNumberLike(feature) && feature.missing === 0)) return undefined;
  return features.map(({ name }) => terms.find(({ feature }) => feature === name)?.coefficient ?? 0);
}
