import { assert, double, property, tuple } from "fast-check";
import { Basis } from "../../../../../model/estimators/basis/basis";
import type { BasisData, BlockData, CurveData } from "../../../../../model/estimators/basis/basis-format";
import {
  CALIFORNIA,
  FEATURE_COUNT,
  FEATURES,
  type FeatureColumn,
  featureIndex,
} from "../../../../../model/features";
import { committedSpatial } from "../../../../support/committed-spatial";
import { everyNthRow } from "../../../../support/housing-table";

/** The values of a row by the names of its columns. */
type Row = (column: FeatureColumn) => number;

/** A curve as `docs/SPATIAL.md` writes it, without regard to speed. */
function curveAt(data: CurveData, row: Row, k: number): number {
  const value = row(data.feature);
  const standardised = ((data.transform === "log" ? Math.log(value) : value) - data.mean) / data.scale;
  const u = Math.max(-data.limit, Math.min(data.limit, standardised));
  return data.knots.reduce(
    (sum, knot, j) =>
      sum + data.functions[k][j] * (1 / (1 + ((u - knot) / data.length) ** 2) - data.kernelMeans[j]),
    0,
  );
}

/** All columns as `docs/SPATIAL.md` writes them. */
function columnsAt({ curves, place, blocks }: BasisData, row: Row): number[] {
  const curve = (feature: FeatureColumn, k: number) => {
    const data = curves.find((each) => each.feature === feature);
    if (!data) throw new Error(`No curve of ${feature}`);
    return curveAt(data, row, k);
  };
  const radials = (r: number) => {
    const { power, length, centres } = place.radials[r];
    return centres.map(([latitude, longitude]) => {
      const north = row("Latitude") - latitude;
      const east = (row("Longitude") - longitude) * place.longitudeScale;
      return 1 / (1 + (Math.hypot(north, east) / length) ** power);
    });
  };
  const upTo = (count: number) => Array.from({ length: count }, (_, k) => k);
  const columnsOf = (block: BlockData): number[] => {
    switch (block.kind) {
      case "curve":
        return upTo(block.functions).map((k) => curve(block.feature, k));
      case "product":
        return block.functions.map(([i, j]) => curve(block.features[0], i) * curve(block.features[1], j));
      case "place":
        return radials(block.radial);
      case "place-product":
        return upTo(block.functions).flatMap((k) =>
          radials(block.radial).map((radial) => curve(block.feature, k) * radial),
        );
    }
  };
  return blocks.flatMap(columnsOf);
}

function expectColumns(basis: Basis, rows: Float64Array, offset: number): void {
  const row: Row = (column) => rows[offset + featureIndex(column)];
  const columns = new Float64Array(basis.size);
  basis.evaluate(rows, offset, columns);
  const expected = columnsAt(basis.data, row);
  expect(expected).toHaveLength(basis.size);
  const distances = expected.map((value, j) => Math.abs(value - columns[j]));
  // Compared as a maximum, so that NaN fails too.
  expect(Math.max(...distances)).toBeLessThanOrEqual(1e-11);
}

describe("the basis of spatial", () => {
  const basis = new Basis(committedSpatial().estimator.basis, CALIFORNIA);

  it("is what its definition says, on rows of the data set", async () => {
    const { rows, target } = await everyNthRow(500);
    target.forEach((_, i) => {
      expectColumns(basis, rows, i * FEATURE_COUNT);
    });
  });

  it("is what its definition says, on all rows that may be asked for", () => {
    const values = FEATURES.map(({ domain: { min, max, exclusiveMin } }) =>
      double({ min, max: Math.min(max, 1e6), minExcluded: exclusiveMin, noNaN: true }),
    );
    assert(
      property(tuple(...values), (row) => expectColumns(basis, Float64Array.from(row), 0)),
      { numRuns: 50 },
    );
  });

  it("writes from where it is told, and nothing else", async () => {
    const { rows } = await everyNthRow(5000);
    const alone = new Float64Array(basis.size);
    basis.evaluate(rows, FEATURE_COUNT, alone);
    const wide = new Float64Array(basis.size + 10).fill(-1);
    basis.evaluate(rows, FEATURE_COUNT, wide, 4);
    expect(wide.subarray(4, 4 + basis.size)).toEqual(alone);
    expect([...wide.subarray(0, 4), ...wide.subarray(4 + basis.size)]).toEqual(new Array(10).fill(-1));
  });

  it("names its blocks for the features that they read", () => {
    const labels = basis.blocks.map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels).toEqual(
      expect.arrayContaining(["income", "income × rooms", "location", "income × location"]),
    );
    const { features } = basis.blocks[labels.indexOf("income × location")];
    expect(features).toEqual(["MedInc", "Latitude", "Longitude"].map(featureIndex));
  });

  it("has no value where a feature that it reads is absent", () => {
    const row = new Float64Array(FEATURE_COUNT).fill(1);
    row[featureIndex("HouseAge")] = Number.NaN;
    const columns = new Float64Array(basis.size);
    basis.evaluate(row, 0, columns);
    for (const { features, start } of basis.blocks) {
      const isRead = features.includes(featureIndex("HouseAge"));
      expect(Number.isNaN(columns[start])).toBe(isRead);
    }
  });
});
