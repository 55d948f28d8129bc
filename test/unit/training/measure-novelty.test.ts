import { kindOf } from "../../../model/estimators/kind-of";
import { distanceFunction } from "../../../model/trust/novelty";
import { distanceToNearest } from "../../../model/trust/place-novelty";
import { describeFeatures } from "../../../training/describe-features";
import { measureNovelty } from "../../../training/measure-novelty";
import { SILENT } from "../../../training/progress";
import { fitSmooth } from "../../../training/smooth/fit-smooth";
import { randomHouses } from "../../support/smooth-houses";
import { AREA, ROOMS, STYLE, trainingTable } from "../../support/training-tables";

const LINEAR = { kind: "linear", rows: 1, intercept: 0, terms: [] };
const { NaN: MISSING } = Number;

describe("the novelty of rows", () => {
  it("is measured in deviations of the numbers, without their correlation", () => {
    // Deviations of 1 and 2, which are not correlated.
    const rows = [
      [1, 2, 0],
      [1, -2, 1],
      [-1, 2, 0],
      [-1, -2, 1],
    ];
    const { columns, whitening } = measureNovelty(
      trainingTable([AREA, ROOMS, STYLE], rows, [1, 2, 3, 4]),
      LINEAR,
    );

    expect(columns).toEqual(["Area", "Rooms"]);
    expect(whitening.map((row) => row.map((value) => Number(value.toFixed(9)) + 0))).toEqual([[1], [0, 0.5]]);
  });

  it("whitens numbers that are correlated", () => {
    // Rooms = area + something as large: the covariance is [[1, 1], [1, 2]], whose L is [[1, 0], [1, 1]].
    const rows = [
      [1, 2],
      [1, 0],
      [-1, 0],
      [-1, -2],
    ];
    const { whitening } = measureNovelty(trainingTable([AREA, ROOMS], rows, [1, 2, 3, 4]), LINEAR);

    expect(whitening.map((row) => row.map((value) => Number(value.toFixed(9))))).toEqual([[1], [-1, 1]]);
  });

  it("counts a missing number as the mean, and leaves out what depends on others", () => {
    const rows = [
      [1, 2],
      [3, 6],
      [MISSING, 4],
    ];
    const { columns, whitening } = measureNovelty(trainingTable([AREA, ROOMS], rows, [1, 2, 3]), LINEAR);

    expect(columns).toEqual(["Area"]);
    // The variance of 1, 3 and the mean, 2.
    expect(whitening[0][0]).toBeCloseTo(1 / Math.sqrt(2 / 3), 9);
  });

  it("is ordinary up to the distance of all rows but one of a thousand", () => {
    const rows = Array.from({ length: 1000 }, (_, i) => [Math.sin(i) + (i === 7 ? 50 : 0)]);
    const table = trainingTable(
      [AREA],
      rows,
      rows.map(() => 1),
    );
    const { threshold, ...measured } = measureNovelty(table, LINEAR);
    const distanceAt = distanceFunction(measured, describeFeatures(table), table.table);
    const distances = rows.map((_, i) => distanceAt(table.rows, i)).sort((a, b) => b - a);

    expect(threshold).toBe(distances[1]);
    expect(distances[0]).toBeGreaterThan(2 * threshold);
  });

  it("has nothing to measure in a table of categories", () => {
    const table = trainingTable([STYLE], [[0], [1]], [1, 2]);

    expect(measureNovelty(table, LINEAR)).toMatchObject({ columns: [], whitening: [] });
    expect(measureNovelty(table, LINEAR)).not.toHaveProperty("places");
  });

  it("counts the distance to the training places too, for a model that knows them", async () => {
    const houses = randomHouses(40, 3, true);
    const { location } = houses.table;
    const { estimator } = await fitSmooth(houses, 1, SILENT, { isSpatial: true });
    const places = kindOf(estimator).trainingPlaces(estimator);
    const { places: measured } = measureNovelty(houses, estimator);
    if (!places || !location) throw new TypeError("The model knows no places.");
    const distanceAt = distanceToNearest(places, location);
    const distances = Array.from(houses.target, (_, i) => distanceAt(houses.rows, i * houses.table.width));

    expect(measured).toEqual({ threshold: Math.max(...distances) });
  });
});
