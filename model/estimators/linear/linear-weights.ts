import { isNumberLike, type TrainedFeature } from "../../file/trained-feature";
import type { Table } from "../../table/table";
import type { WeightTable } from "../estimator-kind";
import { type LinearEstimator, type LinearTerm, nameOfColumn } from "./linear-format";

/** Largest number of coefficients that are told; the others move predictions less. */
const MAX_TOLD = 60;

/** The coefficients: all in the order of the features, or those that move predictions most. */
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

/** Standard deviation of a column over the training rows; of a number about that, from its quantiles. */
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
    // Between the 5 % and the 95 % quantile of a normal distribution are 3.29 standard deviations.
    return (high - low) / 3.29 || (trained.max - trained.min) / 10;
  }
  const share = countOf(category, trained, table) / rows;
  return Math.sqrt(share * (1 - share));
}

/** Number of training rows of a category, or without a value. */
function countOf(category: string | undefined, trained: TrainedFeature, table: Table): number {
  if (category === undefined || isNumberLike(trained)) return trained.missing;
  const { categories = [] } = table.features[table.indexOf(trained.name)];
  return trained.counts[categories.indexOf(category)] ?? 0;
}
