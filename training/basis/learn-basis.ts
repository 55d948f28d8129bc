import { HousePriceError } from "../../model/errors";
import type { BasisData, BlockData, RadialData } from "../../model/estimators/basis/basis-format";
import { columnOf, type TrainingTable, takeRows } from "../training-table";
import { findCentres, type Point } from "./centres";
import { learnCurve } from "./learn-curve";
import type { Structure } from "./structure";

/**
 * Learns the basis from the features of a table's rows; the target has no part in it. It does not depend on the order
 * of the rows.
 */
export function learnBasis(table: TrainingTable, structure: Structure): BasisData {
  const rows = inDataOrder(table);
  const { place, placeProducts, longitudeScale } = structure;
  const points = placesOf(rows, longitudeScale);
  const radial = (power: 1 | 2, { centres, length }: { centres: number; length: number }): RadialData => ({
    power,
    length,
    centres: findCentres(points, Math.min(centres, points.length)).map(([north, east]) => [
      north,
      east / longitudeScale,
    ]),
  });
  return {
    curves: structure.curves.map((curve) => learnCurve(curve, columnNamed(rows, curve.feature), structure)),
    place: { longitudeScale, radials: [radial(1, place), radial(2, placeProducts)] },
    blocks: describeBlocks(structure),
  };
}

/** Curves of each feature, products of each two features, the place, and its products with some features. */
function describeBlocks({ curves, knots, placeProducts, ...structure }: Structure): BlockData[] {
  const features = curves.map(({ feature }) => feature);
  const functions = productsOf(structure.productCurves, structure.productDegree);
  return [
    ...features.map((feature) => ({ kind: "curve", feature, functions: knots }) as const),
    ...features.flatMap((second, j) =>
      features
        .slice(0, j)
        .map((first): BlockData => ({ kind: "product", features: [first, second], functions })),
    ),
    { kind: "place", radial: 0 },
    ...placeProducts.features.map(
      (feature) => ({ kind: "place-product", feature, functions: placeProducts.curves, radial: 1 }) as const,
    ),
  ];
}

function productsOf(count: number, degree: number): [number, number][] {
  const pairs: [number, number][] = [];
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < count && i + j <= degree; j++) pairs.push([i, j]);
  }
  return pairs;
}

/** The data set is ordered by place, so that equal steps through it are spread over California. */
function inDataOrder(table: TrainingTable): TrainingTable {
  const order = Int32Array.from(table.numbers, (_, i) => i);
  return takeRows(
    table,
    order.sort((a, b) => table.numbers[a] - table.numbers[b]),
  );
}

function placesOf(table: TrainingTable, longitudeScale: number): Point[] {
  const longitude = columnNamed(table, "Longitude");
  return Array.from(columnNamed(table, "Latitude"), (north, i) => [north, longitude[i] * longitudeScale]);
}

function columnNamed(table: TrainingTable, name: string): Float64Array {
  const position = table.table.indexOf(name);
  if (position === -1) {
    throw new HousePriceError(
      "DATA_INVALID",
      `There is no column ${name}, which the model spatial learns from: train another model.`,
    );
  }
  return columnOf(table, position);
}
