import * as v from "valibot";
import { BOUNDS, list } from "./bounds";
import { count, finite } from "./fields";

const SCORES = {
  rows: count,
  r2: finite,
  rmse: finite,
  mae: finite,
  /** Median absolute percentage error, as a fraction. */
  medianApe: finite,
  /** Shares of rows with an error of at most 5, 10 and 20 %. */
  within5: finite,
  within10: finite,
  within20: finite,
};

const ScoresSchema = v.strictObject(SCORES);

const CrossValidationSchema = v.strictObject({
  /** Random, or by map cells, so that whole areas are held out. */
  folds: v.picklist(["random", "spatial-block"]),
  count: v.pipe(count, v.minValue(2)),
  ...SCORES,
});

/** Empirical coverage and width of intervals on the test rows, by nominal coverage. */
const CoverageSchema = v.strictObject({
  nominal: finite,
  observed: finite,
  meanWidth: finite,
  /** Mean width of constant-width intervals of the same nominal coverage. */
  constantMeanWidth: finite,
});

/** The metrics of a model: on the training rows, on the test rows, and by cross-validation. Errors are in the target's unit. */
export const MetricsSchema = v.strictObject({
  train: ScoresSchema,
  test: ScoresSchema,
  crossValidation: list(CrossValidationSchema, BOUNDS.entries),
  coverage: list(CoverageSchema, BOUNDS.entries),
});

export type Scores = v.InferOutput<typeof ScoresSchema>;
export type CrossValidation = v.InferOutput<typeof CrossValidationSchema>;
export type Coverage = v.InferOutput<typeof CoverageSchema>;
