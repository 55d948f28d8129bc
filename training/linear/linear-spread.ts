import { FeatureSpreadFunction } from "../../model/estimators/feature-spread";
import { clip } from "../../model/range";
import { deviation, mean, sorted } from "../statistics";
import type { FittedSpread } from "../trainer";
import type { TrainingTable } from "../training-table";
import { featureColumns, fitLinear } from "./fit-linear";

/** The spread learns from features within these quantiles of the training rows: beyond are a few outliers. */
const BULK = [0.005, 0.995] as const;

/** A residual counts as at least this part of the target's standard deviation, since 0 has no logarithm. */
const LEAST_RESIDUAL = 0.02;

/**
 * Least squares of log|residual| on the features, clipped to the bulk of the rows. It has a handful of coefficients,
 * so that it matters little whether a row was among those it was fitted on.
 */
export function fitLinearSpread(table: TrainingTable, residuals: Float64Array): FittedSpread {
  const { names, columns } = featureColumns(table);
  const least = LEAST_RESIDUAL * deviation(table.target, mean(table.target));
  const bounds = columns.map((column) => {
    const order = sorted(column);
    const [min, max] = BULK.map((level) => order[Math.floor(level * (order.length - 1))]);
    return { min, max };
  });
  // A feature that hardly varies within the bulk says nothing of the spread.
  const used = names.flatMap((_, j) => (bounds[j].min < bounds[j].max ? j : []));
  const { intercept, coefficients } = fitLinear({
    names: used.map((j) => names[j]),
    columns: used.map((j) => columns[j].map((value) => clip(value, bounds[j].min, bounds[j].max))),
    target: residuals.map((residual) => Math.log(Math.max(residual, least))),
  });
  const terms = used.map((j, k) => ({
    feature: names[j],
    ...bounds[j],
    coefficient: coefficients[k],
  }));
  const spread = { intercept, terms };
  const scale = new FeatureSpreadFunction(spread, table.table);
  return { spread, atRows: residuals.map((_, i) => scale.at(table.rows, i * table.table.width)) };
}
