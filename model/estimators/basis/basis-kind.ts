import * as v from "valibot";
import { isNumberLike } from "../../file/trained-feature";
import type { Table } from "../../table/table";
import { DIFFERENCE } from "../error-measure";
import type { EstimatorKind } from "../estimator-kind";
import { FeatureSpreadSchema, findSpreadMisfit } from "../feature-spread";
import {
  type BasisEstimator,
  BasisEstimatorSchema,
  BasisSpreadSchema,
  type Penalties,
} from "./basis-estimator-format";
import { BLOCK_KINDS, describeBlockKind, featuresOf, labelOf } from "./basis-format";
import { BasisPredictor } from "./basis-predictor";

/** The error scale is on the features, or on the columns of the basis. */
const SpreadSchema = v.union([FeatureSpreadSchema, BasisSpreadSchema]);

/** A linear regression on a derived basis: smooth functions of features and of the location. */
export const basis: EstimatorKind<BasisEstimator, v.InferOutput<typeof SpreadSchema>> = {
  name: "basis",
  schema: BasisEstimatorSchema,
  spreadSchema: SpreadSchema,

  owns: (estimator): estimator is BasisEstimator => estimator.kind === "basis",

  findMisfit({ basis: { blocks }, coefficients }, features, spread) {
    const names = new Set(features.filter(isNumberLike).map(({ name }) => name));
    if (!blocks.flatMap(featuresOf).every((column) => names.has(column))) {
      return "The basis reads a feature that is not listed";
    }
    if ("terms" in spread) return findSpreadMisfit(spread, features);
    if (spread.coefficients.length !== coefficients.length) {
      return "Expected one coefficient of the spread a column of the basis";
    }
    return undefined;
  },

  createPredictor: (estimator, _features, spread, table) => new BasisPredictor(estimator, spread, table),

  errorMeasure: () => DIFFERENCE,

  trainingPlaces: ({ basis: { place } }) => place.radials[0]?.centres,

  describe: (estimator, _features, table) => ({
    intercept: estimator.intercept,
    columns: estimator.coefficients.length,
    coefficients: undefined,
    penalties: describePenalties(estimator.penalties),
    weights: groupTable(estimator, table),
  }),
};

function describePenalties(penalties: Penalties) {
  return BLOCK_KINDS.map((kind) => ({ terms: describeBlockKind(kind), penalty: penalties[kind] }));
}

/** A basis has too many coefficients to read: how far each group of features moves the prediction says more. */
function groupTable({ basis: { blocks }, coefficients, contributions }: BasisEstimator, table: Table) {
  const rows = blocks.map((block, b) => [labelOf(block, table), contributions[b].deviation] as const);
  return {
    head: [`group (of ${coefficients.length} columns)`, "standard deviation"] as const,
    rows: rows.sort(([, a], [, b]) => b - a),
    decimals: 4,
  };
}
