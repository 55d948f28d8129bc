import { HousePriceError } from "../../model/errors";
import type { BasisData, BlockData } from "../../model/estimators/smooth/basis-format";
import { Curve } from "../../model/estimators/smooth/curve";
import type { CurveData } from "../../model/estimators/smooth/curve-format";
import { quantiles } from "../quantiles";
import type { TrainingTable } from "../training-table";
import { chooseTransform, isDefined } from "./choose-transform";
import { valuesOf } from "./features";
import { findCentres } from "./find-centres";
import { learnCurve } from "./learn-curve";
import { learnLocation } from "./learn-location";
import { RULES } from "./rules";
import { present, type Structure } from "./structure";

/**
 * Learns a basis with at least one column.
 *
 * @throws HousePriceError DATA_INVALID if no feature varies
 */
export function learnVaryingBasis(houses: TrainingTable, structure: Structure): BasisData {
  const basis = learnBasis(houses, structure);
  if (basis.blocks.length > 0) return basis;
  throw new HousePriceError(
    "DATA_INVALID",
    "No feature varies in the training rows: there is nothing to learn from.",
  );
}

/** Learns a basis from features; the target only matters through the hyperparameters. Independent of row order. */
export function learnBasis(houses: TrainingTable, structure: Structure): BasisData {
  const knots = Math.max(
    2,
    Math.min(RULES.curve.knots, Math.floor(RULES.curve.functions / structure.curves.length)),
  );
  const curves = structure.curves.map(({ feature, transform }) => {
    const values = present(valuesOf(houses, feature));
    return learnCurve(
      feature,
      isDefined(transform, values) ? transform : chooseTransform(values),
      values,
      knots,
    );
  });
  const location = structure.location ? learnLocation(houses, structure.location) : null;
  return { curves, location, blocks: describeBlocks(houses, structure, curves) };
}

function describeBlocks(
  houses: TrainingTable,
  structure: Structure,
  curves: readonly CurveData[],
): BlockData[] {
  const { location, categories, categoryProducts, products, locationProducts } = structure;
  const rows = houses.target.length;
  const single = structure.curves
    .map(({ feature }) => feature)
    .filter((feature) => feature !== location?.latitude && feature !== location?.longitude);
  const common = (feature: string, least: number) => commonCategories(valuesOf(houses, feature), least);
  const least = leastRows(houses, categories, RULES.category.rows, RULES.category.columns);
  const leastForProduct = leastRows(
    houses,
    categoryProducts.map(({ feature }) => feature),
    Math.max(RULES.category.rows, Math.ceil(RULES.categoryProduct.share * rows)),
    RULES.categoryProduct.columns,
  );
  return [
    ...single.map((feature): BlockData => ({ kind: "curve", feature })),
    ...[...single, ...categories].flatMap((feature) => missingBlock(houses, feature)),
    ...categories.flatMap((feature): BlockData[] => {
      const found = common(feature, least);
      return found.length > 0 ? [{ kind: "category", feature, categories: found }] : [];
    }),
    ...(location ? [{ kind: "location" } as const] : []),
    ...products.map(([first, second]): BlockData => {
      const { functions, degree } = RULES.product;
      return { kind: "product", features: [first, second], functions, degree };
    }),
    ...locationProducts.map((feature): BlockData => {
      const size = curves.find((curve) => curve.feature === feature)?.functions.length ?? 0;
      return {
        kind: "location-product",
        feature,
        functions: Math.min(RULES.locationProduct.functions, size),
      };
    }),
    ...categoryProducts.flatMap(({ feature, number }): BlockData[] => {
      const found = common(feature, leastForProduct);
      return found.length > 0 ? [{ kind: "category-product", feature, number, categories: found }] : [];
    }),
    ...similarityBlock(houses, structure, curves),
  ];
}

/** Categories with enough rows. */
function commonCategories(values: Float64Array, least: number): number[] {
  const counts = countCategories(values);
  return [...counts.keys()].filter((category) => (counts.get(category) ?? 0) >= least).sort((a, b) => a - b);
}

/** Minimum number of rows of a category, at least `minimum`, that keeps the number of columns within `columns`. */
function leastRows(
  houses: TrainingTable,
  features: readonly string[],
  minimum: number,
  columns: number,
): number {
  const counts = features.flatMap((feature) => [...countCategories(valuesOf(houses, feature)).values()]);
  const enough = counts.filter((count) => count >= minimum).sort((a, b) => b - a);
  return enough.length <= columns ? minimum : enough[columns] + 1;
}

function countCategories(values: Float64Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) if (value >= 0) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function missingBlock(houses: TrainingTable, feature: string): BlockData[] {
  const values = valuesOf(houses, feature);
  const share = values.filter(Number.isNaN).length / values.length;
  return share > 0 ? [{ kind: "missing", feature, share }] : [];
}

function similarityBlock(
  houses: TrainingTable,
  { similar }: Structure,
  curves: readonly CurveData[],
): BlockData[] {
  const { centres, rowsPerCentre } = RULES.similarity;
  const count = Math.min(centres, Math.floor(houses.target.length / rowsPerCentre));
  const dimensions = similar.length;
  if (dimensions === 0 || count === 0) return [];
  const points = pointsOf(houses, similar, curves);
  const found = findCentres(points, dimensions, count);
  const typical = Array.from({ length: found.length / dimensions }, (_, c) => [
    ...found.subarray(c * dimensions, (c + 1) * dimensions),
  ]);
  const length = medianDistance(points, found, dimensions);
  return length > 0 ? [{ kind: "similarity", features: [...similar], length, centres: typical }] : [];
}

/** Weighted standardised features, sorted by their sum to be independent of row order. */
function pointsOf(
  houses: TrainingTable,
  similar: Structure["similar"],
  curves: readonly CurveData[],
): Float64Array {
  const columns = similar.map(({ feature, weight }) => {
    const data = curves.find((curve) => curve.feature === feature);
    if (!data) throw new TypeError(`There is no curve of ${feature}.`);
    const curve = new Curve(data, 0);
    return valuesOf(houses, feature).map((value) => {
      const u = curve.standardise(value);
      return Number.isNaN(u) ? 0 : weight * u;
    });
  });
  const sums = houses.target.map((_, i) => columns.reduce((sum, column) => sum + column[i], 0));
  const order = Int32Array.from(sums, (_, i) => i).sort(
    (a, b) => sums[a] - sums[b] || compare(columns, a, b),
  );
  const points = new Float64Array(order.length * columns.length);
  order.forEach((row, i) => {
    columns.forEach((column, d) => {
      points[i * columns.length + d] = column[row];
    });
  });
  return points;
}

function compare(columns: readonly Float64Array[], a: number, b: number): number {
  for (const column of columns) if (column[a] !== column[b]) return column[a] - column[b];
  return 0;
}

/** Rows sampled for the median distance to the centres. */
const SAMPLE = 1000;

function medianDistance(points: Float64Array, centres: Float64Array, dimensions: number): number {
  const total = points.length / dimensions;
  const step = Math.max(1, Math.floor(total / SAMPLE));
  const distances: number[] = [];
  for (let i = 0; i < total; i += step) {
    for (let from = 0; from < centres.length; from += dimensions) {
      let squared = 0;
      for (let d = 0; d < dimensions; d++) squared += (points[i * dimensions + d] - centres[from + d]) ** 2;
      distances.push(Math.sqrt(squared));
    }
  }
  return quantiles(Float64Array.from(distances), [0.5])[0];
}
