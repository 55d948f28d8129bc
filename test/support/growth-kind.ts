import * as v from "valibot";
import type { ErrorMeasure } from "../../model/estimators/error-measure";
import type { EstimatorKind } from "../../model/estimators/estimator-kind";
import {
  type FeatureSpread,
  FeatureSpreadFunction,
  FeatureSpreadSchema,
} from "../../model/estimators/feature-spread";
import type { ContributionGroup, Predictor } from "../../model/estimators/predictor";
import { finite } from "../../model/file/fields";
import type { TrainedFeature } from "../../model/file/trained-feature";
import { UNLIMITED } from "../../model/range";
import type { Table } from "../../model/table/table";
import { FOLD_COUNT, type Folds, randomFolds } from "../../training/folds";
import { fitNumbers } from "../../training/linear/fit-numbers";
import { fitLinearSpread } from "../../training/linear/linear-spread";
import type { Trainer } from "../../training/trainer";
import { columnOf, type TrainingTable, takeRows } from "../../training/training-table";
import { numbersOf } from "./numbers-of";

/**
 * A kind of estimator that the project does not have: exp(intercept + rate · first feature). It has no coefficient of a feature, is
 * not linear in the target, and knows no location.
 */
const GrowthSchema = v.strictObject({ kind: v.literal("growth"), intercept: finite, rate: finite });

type Growth = v.InferOutput<typeof GrowthSchema>;

/** Errors are measured where the regression is fitted, on the logarithm: intervals are wider for dear houses. */
const LOG_RATIO: ErrorMeasure = {
  errorOf: (actual, prediction) => Math.log(actual / prediction),
  actualAt: (prediction, error) => prediction * Math.exp(error),
};

class GrowthPredictor implements Predictor {
  readonly limits = UNLIMITED;
  readonly baseline: number;
  readonly groups: readonly ContributionGroup[];
  private readonly position: number;
  private readonly spread: FeatureSpreadFunction;
  private readonly priceOf: (feature: number) => number;
  private price = Number.NaN;
  private scale = Number.NaN;

  constructor(
    { intercept, rate }: Growth,
    features: readonly TrainedFeature[],
    spread: FeatureSpread,
    table: Table,
  ) {
    const [{ name, mean }] = numbersOf({ features });
    this.position = table.indexOf(name);
    this.priceOf = (feature) => Math.exp(intercept + rate * feature);
    this.spread = new FeatureSpreadFunction(spread, table);
    this.baseline = this.priceOf(mean);
    this.groups = [{ features: [this.position], label: "growth of the first" }];
  }

  read(rows: Float64Array, offset: number): void {
    this.price = this.priceOf(rows[offset + this.position]);
    this.scale = this.spread.at(rows, offset);
  }

  prediction(): number {
    return this.price;
  }

  errorScale(): number {
    return this.scale;
  }

  explain(contributions: Float64Array): void {
    contributions[0] = this.price - this.baseline;
  }
}

export const growth: EstimatorKind<Growth, FeatureSpread> = {
  name: "growth",
  schema: GrowthSchema,
  spreadSchema: FeatureSpreadSchema,
  owns: (estimator): estimator is Growth => estimator.kind === "growth",
  findMisfit: (_estimator, features) =>
    features.length === 2 ? undefined : "Expected growth to have two features",
  createPredictor: (estimator, features, spread, table) =>
    new GrowthPredictor(estimator, features, spread, table),
  errorMeasure: () => LOG_RATIO,
  trainingPlaces: () => undefined,
  describe: ({ intercept, rate }) => ({
    intercept,
    columns: 1,
    coefficients: undefined,
    penalties: [{ terms: "growth", penalty: 7 }],
    weights: { head: ["what grows", "rate"], rows: [["the first", rate]], decimals: 3 },
  }),
};

export const growthTrainer: Trainer = {
  name: "growth",
  description: "least squares on the logarithm of the target",
  takesFeatures: true,
  fit: async (table, seed) => ({
    estimator: fit(table),
    heldBack: {
      groups: FOLD_COUNT,
      predictions: crossPredict(table, randomFolds(table.target.length, seed)),
    },
    fitSpread: (residuals) => fitLinearSpread(table, residuals),
  }),
  refit: () => async (table, foldings) => foldings.map((folds) => crossPredict(table, folds)),
};

function fit(table: TrainingTable): Growth {
  const fitted = fitNumbers({
    columns: [columnOf(table, table.features[0])],
    target: table.target.map(Math.log),
  });
  if (!fitted) throw new Error("The first feature varies.");
  return { kind: "growth", intercept: fitted.intercept, rate: fitted.coefficients[0] };
}

function crossPredict(table: TrainingTable, folds: Folds): Float64Array {
  const predictions = new Float64Array(folds.length);
  const position = table.features[0];
  for (let fold = 0; fold < FOLD_COUNT; fold++) {
    const rows = Int32Array.from(folds.keys());
    const { intercept, rate } = fit(
      takeRows(
        table,
        rows.filter((row) => folds[row] !== fold),
      ),
    );
    for (const row of rows.filter((row) => folds[row] === fold)) {
      predictions[row] = Math.exp(intercept + rate * table.rows[row * table.table.width + position]);
    }
  }
  return predictions;
}
