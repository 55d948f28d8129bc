import * as v from "valibot";
import type { EstimatorKind } from "../../model/estimators/estimator-kind";
import {
  type FeatureSpread,
  FeatureSpreadSchema,
  featureSpread,
} from "../../model/estimators/feature-spread";
import { FEATURE_COUNT, featureIndex } from "../../model/features";
import { finite } from "../../model/file/fields";
import { UNLIMITED } from "../../model/range";
import { FOLD_COUNT, type Folds } from "../../training/folds";
import { fitLinear } from "../../training/linear/fit-linear";
import { fitLinearSpread } from "../../training/linear/linear-spread";
import type { Trainer } from "../../training/trainer";
import { type TrainingTable, takeRows } from "../../training/training-table";

/**
 * A kind of estimator that the project does not have: exp(intercept + rate · first feature). It has no coefficient of a feature, is
 * not linear in the target, and knows no location.
 */
const GrowthSchema = v.strictObject({ kind: v.literal("growth"), intercept: finite, rate: finite });

type Growth = v.InferOutput<typeof GrowthSchema>;

export const growth: EstimatorKind<Growth, FeatureSpread> = {
  name: "growth",
  schema: GrowthSchema,
  spreadSchema: FeatureSpreadSchema,
  owns: (estimator): estimator is Growth => estimator.kind === "growth",
  findMisfit: (_estimator, features) =>
    features.length === 2 ? undefined : "Expected growth to have two features",
  createPredictor({ intercept, rate }, [{ name, mean }]) {
    const position = featureIndex(name);
    const predict = (rows: Float64Array, offset: number) =>
      Math.exp(intercept + rate * rows[offset + position]);
    const baseline = Math.exp(intercept + rate * mean);
    return {
      limits: UNLIMITED,
      baseline,
      groups: [{ features: [position], label: "growth of the first" }],
      predict,
      explain(rows, offset, contributions) {
        contributions[0] = predict(rows, offset) - baseline;
      },
    };
  },
  createSpread: (_estimator, spread) => featureSpread(spread),
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
  prepare: (table, foldings) => ({
    fit: () => fit(table),
    crossPredict: (folding) => crossPredict(table, foldings[folding]),
    fitSpread: (residuals) => fitLinearSpread(table, residuals),
  }),
};

function fit({ names, columns, target }: TrainingTable): Growth {
  const { intercept, coefficients } = fitLinear({
    names: names.slice(0, 1),
    columns: columns.slice(0, 1),
    target: target.map(Math.log),
  });
  return { kind: "growth", intercept, rate: coefficients[0] };
}

function crossPredict(table: TrainingTable, folds: Folds): Float64Array {
  const predictions = new Float64Array(folds.length);
  const position = featureIndex(table.names[0]);
  for (let fold = 0; fold < FOLD_COUNT; fold++) {
    const rows = Int32Array.from(folds.keys());
    const { intercept, rate } = fit(
      takeRows(
        table,
        rows.filter((row) => folds[row] !== fold),
      ),
    );
    for (const row of rows.filter((row) => folds[row] === fold)) {
      predictions[row] = Math.exp(intercept + rate * table.rows[row * FEATURE_COUNT + position]);
    }
  }
  return predictions;
}
