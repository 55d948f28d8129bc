import { isNumberLike, type TrainedFeature } from "../../file/trained-feature";
import type { Table } from "../../table/table";
import type { WeightTable } from "../estimator-kind";
import { type LinearEstimator, type LinearTerm, nameOfColumn } from "./linear-format";

/** Maximum number of coefficients shown, by their effect on predictions. */
const MAX_TOLD = 60;

/** The coefficients in the order of the features, or, if there are too many, those with the largest effects. */
export function weightsOf(
  { terms, intercept, rows, aliased = [] }: LinearEstimator,
  features: readonly TrainedFeature[],
  table: Table,
): WeightTable {
  const named = new Map(features.map((feature) => [feature.name, feature]));
  const effectOf = (term: LinearTerm) =>
    Math.abs(term.coefficient) * deviationOf(term, named.get(term.feature), table, rows);
  const told = terms.toSorted((a, b) => effectOf(b) - effectOf(a)).slice(0, MAX_TOLD);
  const shown = terms.length > MAX_TOLD ? told : terms;
  const shares = new Set(aliased.map(nameOfColumn));
  const nameOf = (term: LinearTerm) =>
    shares.has(nameOfColumn(term)) ? `${nameOfColumn(term)} (aliased)` : nameOfColumn(term);
  return {
    head: [terms.length > MAX_TOLD ? `the ${MAX_TOLD} largest of ${terms.length}` : "feature", "coefficient"],
    rows: [...shown.map((term) => [nameOf(term), term.coefficient] as const), ["(intercept)", intercept]],
  };
}

/** Standard deviation of a column over the training rows; estimated from quantiles for numbers. */
function deviationOf(
  { missing, category }: LinearTerm,
  trained: TrainedFeature | undefined,
  table: Table,
  rows: number,
): number {
  if (!trained) return 0;
  if (isNumberLike(trained) && !missing) {
    const [low] = trained.quantiles;
    const high = trained.quantiles[trained.quantiles.length - 1];
    // The 5 % and 95 % quantiles of a normal distribution are 3.29 standard deviations apart.
    return (high - low) / 3.29 || (trained.max - trained.min) / 10;
  }
  const share = countOf(category, trained, table) / rows;
  return Math.sqrt(share * (1 - share));
}

/** Number of training rows with a category, or with a missing value. */
function countOf(category: string | undefined, trained: TrainedFeature, table: Table): number {
  if (category === undefined || isNumberLike(trained)) return trained.missing;
  const { categories = [] } = table.features[table.indexOf(trained.name)];
  return trained.counts[categories.indexOf(category)] ?? 0;
}
