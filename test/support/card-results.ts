import { CONSTANT_SPREAD } from "../../model/estimators/feature-spread";
import type { LinearEstimator } from "../../model/estimators/linear/linear-format";
import type { ModelFile } from "../../model/file/format";
import type { Model } from "../../model/model";
import type { TestResults } from "../../training/card/test-results";
import { positionsOf } from "../../training/positions";
import type { Place } from "../../training/training-table";
import { CALIFORNIA } from "./california";
import { modelVariant, variantOf } from "./model-variants";

const INCOME: LinearEstimator = {
  kind: "linear",
  rows: 10,
  intercept: 0,
  terms: [{ feature: "MedInc", coefficient: 1 }],
};

/** A model of California whose price is the income, and whose interval of a coverage is that wide on each side. */
export function incomeModel(changes: Partial<ModelFile> = {}): Model {
  const model = modelVariant("linear", 1, 0.5);
  return variantOf(model, {
    target: { min: -1000, max: 1_000_000 },
    estimator: INCOME,
    uncertainty: {
      folds: 5,
      spread: CONSTANT_SPREAD,
      quantiles: [
        { coverage: 0.5, quantile: 0.5 },
        { coverage: 0.99, quantile: 0.99 },
      ],
    },
    ...changes,
  });
}

/** Test rows with their actual prices and what the model predicts for them. */
export function resultsOf(
  actual: readonly number[],
  predicted: readonly number[],
  model = incomeModel(),
  features: readonly string[] = model.file.features.map(({ name }) => name),
): TestResults {
  const { width } = CALIFORNIA;
  const rows = new Float64Array(actual.length * width).fill(1);
  predicted.forEach((income, i) => {
    rows[i * width + CALIFORNIA.indexOf("MedInc")] = income;
  });
  const target = Float64Array.from(actual);
  return {
    model,
    table: {
      table: CALIFORNIA,
      features: positionsOf(CALIFORNIA, features),
      rows,
      target,
      numbers: Int32Array.from(actual.keys()),
    },
    predicted: Float64Array.from(predicted),
    residuals: target.map((value, i) => value - predicted[i]),
    spreads: new Float64Array(actual.length).fill(1),
  };
}

/** So many rows at each place of a square grid, a degree apart. */
export function gridOf(edge: number, rowsEach: number): Place {
  const cells = Array.from({ length: edge * edge * rowsEach }, (_, i) => Math.floor(i / rowsEach));
  return {
    latitude: Float64Array.from(cells, (cell) => Math.floor(cell / edge) + 0.5),
    longitude: Float64Array.from(cells, (cell) => (cell % edge) + 0.5),
  };
}
