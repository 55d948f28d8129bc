import { isNumberLike, type TrainedFeature } from "../../file/trained-feature";
import type { Table } from "../../table/table";
import { DIFFERENCE, type ErrorMeasure } from "../error-measure";
import type { EstimatorKind, Penalty } from "../estimator-kind";
import { findSpreadMisfit } from "../feature-spread";
import type { BlockData, BlockKind } from "./basis-format";
import { describeBlockKind, labelOf } from "./block-label";
import {
  type SmoothEstimator,
  SmoothEstimatorSchema,
  type SmoothSpread,
  SmoothSpreadSchema,
} from "./smooth-format";
import { smoothFormula } from "./smooth-formula";
import { SmoothPredictor } from "./smooth-predictor";

/** Log errors, which make intervals proportional to the prediction. */
const LOG_RATIO: ErrorMeasure = {
  errorOf: (actual, prediction) => Math.log(actual / prediction),
  actualAt: (prediction, error) => prediction * Math.exp(error),
};

export const smooth: EstimatorKind<SmoothEstimator, SmoothSpread> = {
  name: "smooth",
  schema: SmoothEstimatorSchema,
  spreadSchema: SmoothSpreadSchema,

  owns: (estimator): estimator is SmoothEstimator => estimator.kind === "smooth",

  findMisfit: (estimator, features, spread) =>
    findFeatureMisfit(estimator, features) ?? findCoefficientMisfit(estimator, features, spread),

  createPredictor: (estimator, _features, spread, table) => new SmoothPredictor(estimator, spread, table),

  formula: smoothFormula,

  errorMeasure: ({ scale }) => (scale.kind === "log" ? LOG_RATIO : DIFFERENCE),

  trainingPlaces: ({ basis: { location } }) => location?.radials.alone.centres,

  describe: (estimator, _features, table) => ({
    intercept: interceptOf(estimator),
    columns: estimator.coefficients.length,
    coefficients: undefined,
    penalties: describePenalties(estimator),
    weights: groupTable(estimator, table),
  }),
};

/** Finds features of the basis that the model file does not list, or lists with another type. */
function findFeatureMisfit(
  { basis: { curves, location, blocks } }: SmoothEstimator,
  features: readonly TrainedFeature[],
): string | undefined {
  const numbers = new Set(features.filter(isNumberLike).map(({ name }) => name));
  const counts = new Map(
    features.flatMap((feature) => (isNumberLike(feature) ? [] : [[feature.name, feature.counts.length]])),
  );
  const read = [
    ...curves.map(({ feature }) => feature),
    ...(location ? [location.latitude, location.longitude] : []),
  ];
  const isListed = (block: BlockData): boolean => {
    if (block.kind === "missing") return numbers.has(block.feature) || counts.has(block.feature);
    if (block.kind !== "category" && block.kind !== "category-product") return true;
    const { categories } = block;
    return categories[categories.length - 1] < (counts.get(block.feature) ?? 0);
  };
  return read.every((name) => numbers.has(name)) && blocks.every(isListed)
    ? undefined
    : "The basis uses a feature that is not listed";
}

function findCoefficientMisfit(
  { coefficients }: SmoothEstimator,
  features: readonly TrainedFeature[],
  spread: SmoothSpread,
): string | undefined {
  if ("terms" in spread) return findSpreadMisfit(spread, features);
  return spread.coefficients.length === coefficients.length
    ? undefined
    : "Expected one spread coefficient per column of the basis";
}

function interceptOf({ scale, intercept }: SmoothEstimator): number {
  return scale.kind === "log" ? scale.smearing * Math.exp(intercept) : intercept;
}

function describePenalties({ basis: { blocks }, penalties }: SmoothEstimator): Penalty[] {
  const kinds = new Set(blocks.map(({ kind }): BlockKind => kind));
  return [...kinds].map((kind) => ({ terms: describeBlockKind(kind), penalty: penalties[kind] }));
}

/** There are too many coefficients to read; the effect of each block says more. */
function groupTable(
  { basis: { blocks }, coefficients, contributions, scale }: SmoothEstimator,
  table: Table,
) {
  // The label of a group of contributions says what it is about: a feature, and whether it is missing.
  const nameOf = (block: BlockData) =>
    block.kind === "missing" ? `${labelOf(block, table)} is missing` : labelOf(block, table);
  const rows = blocks.map((block, b) => [nameOf(block), contributions[b].deviation] as const);
  const unit = scale.kind === "log" ? "standard deviation (log)" : "standard deviation";
  return {
    head: [`group (of ${coefficients.length} columns)`, unit] as const,
    rows: rows.sort(([, a], [, b]) => b - a),
    decimals: 4,
  };
}
