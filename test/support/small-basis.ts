import type { LocationData } from "../../model/estimators/smooth/basis-format";
import type { Block } from "../../model/estimators/smooth/blocks/block";
import type { CurveData } from "../../model/estimators/smooth/curve-format";

/** Three functions of a feature between -20 and 40, whose mean is 10. */
export function curveData(feature: string, changes: Partial<CurveData> = {}): CurveData {
  return {
    feature,
    transform: { kind: "identity" },
    mean: 10,
    scale: 10,
    limit: 3,
    length: 1,
    knots: [-1, 0, 2],
    kernelMeans: [0.5, 0.25, 0.125],
    functions: [
      [1, 0, 0],
      [0.5, 2, -1],
      [0, -3, 0.25],
    ],
    ...changes,
  };
}

/** A grid of three by four lines between Amsterdam and Cologne, with functions of each power. */
export const LOCATION_DATA: LocationData = {
  latitude: "North",
  longitude: "East",
  longitudeScale: 0.6,
  grid: { latitudes: [50, 51, 53], longitudes: [4, 5, 6, 8] },
  radials: {
    alone: {
      power: 2,
      length: 0.5,
      centres: [
        [50, 4],
        [52, 7],
      ],
    },
    products: {
      power: 1,
      length: 2,
      centres: [
        [51, 5],
        [51, 6],
        [53, 8],
      ],
    },
  },
};

/** The columns that a block writes for the row read last, between two values that it must leave alone. */
export function columnsOf(block: Block): number[] {
  const columns = new Float64Array(block.size + 2).fill(-99);
  block.write(columns, 1);
  expect([columns[0], columns[block.size + 1]]).toEqual([-99, -99]);
  return [...columns.subarray(1, block.size + 1)];
}

/** Weights that differ from column to column. */
export const weightsFor = (block: Block) =>
  Float64Array.from({ length: block.size }, (_, k) => (k + 1) * (k % 2 === 0 ? 1.5 : -0.7));

/** The sum that a prediction computes, and the sum of the columns that training sees. */
export function bothSums(block: Block): [predicted: number, trained: number] {
  const weights = weightsFor(block);
  const trained = columnsOf(block).reduce((sum, column, k) => sum + column * weights[k], 0);
  return [block.weigh(weights)(), trained];
}
