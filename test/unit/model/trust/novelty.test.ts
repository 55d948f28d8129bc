import type { TrainedFeature } from "../../../../model/file/trained-feature";
import { distanceFunction } from "../../../../model/trust/novelty";
import { HOUSES } from "../../../support/smooth-houses";

const number = (name: string, mean: number): TrainedFeature => ({
  name,
  min: 0,
  max: 1,
  mean,
  quantiles: [],
  missing: 0,
});

const FEATURES = [
  number("Rooms", 4),
  { name: "Style", counts: [1, 1, 1], missing: 0 },
  number("Garden", 9),
  number("Area", 100),
];

/** Of a covariance of ((100, 8), (8, 1)) between area and rooms: the inverse of its Cholesky factor. */
const NOVELTY = { columns: ["Area", "Rooms"], whitening: [[0.1], [-0.8 / 0.6 / 10, 1 / 0.6]] };

function distanceAt(area: number, rooms: number): number {
  const row = new Float64Array(2 * HOUSES.width).fill(1e9);
  row[HOUSES.width + HOUSES.indexOf("Area")] = area;
  row[HOUSES.width + HOUSES.indexOf("Rooms")] = rooms;
  return distanceFunction(NOVELTY, FEATURES, HOUSES)(row, HOUSES.width);
}

describe("the Mahalanobis distance", () => {
  it("is 0 at the mean", () => {
    expect(distanceAt(100, 4)).toBe(0);
  });

  it("is that of the inverse covariance", () => {
    // dᵀ Σ⁻¹ d, with Σ⁻¹ = ((1, -8), (-8, 100)) / 36.
    const expected = (da: number, dr: number) => Math.sqrt((da * da - 16 * da * dr + 100 * dr * dr) / 36);
    for (const [da, dr] of [
      [10, 0],
      [0, 1],
      [10, 1],
      [10, -1],
      [-37, 2.5],
    ]) {
      expect(distanceAt(100 + da, 4 + dr)).toBeCloseTo(expected(da, dr), 10);
    }
  });

  it("takes the mean for a missing value", () => {
    expect(distanceAt(Number.NaN, 4)).toBe(0);
    expect(distanceAt(110, Number.NaN)).toBe(distanceAt(110, 4));
  });

  it("is unknown for a column that is no number of the model", () => {
    const novelty = { columns: ["Style"], whitening: [[1]] };
    expect(distanceFunction(novelty, FEATURES, HOUSES)(new Float64Array(HOUSES.width), 0)).toBeNaN();
  });
});
