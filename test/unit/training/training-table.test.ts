import { CONSTANT_SPREAD } from "../../../model/estimators/feature-spread";
import { LinearPredictor } from "../../../model/estimators/linear/linear-predictor";
import { describeFeatures } from "../../../training/describe-features";
import { predictTable } from "../../../training/predict-table";
import { columnOf, placeOf, takeRows } from "../../../training/training-table";
import { CALIFORNIA } from "../../support/california";
import { housingRows } from "../../support/read-rows";
import { AREA, ROOMS, trainingTable } from "../../support/training-tables";

describe("a training table", () => {
  it("has its values by column, absent ones as NaN", () => {
    const rows = [
      [1, 2],
      [Number.NaN, 4],
    ];
    const table = trainingTable([AREA, ROOMS], rows, [7, 8]);
    expect([columnOf(table, 0), columnOf(table, 1)]).toEqual([
      Float64Array.of(1, Number.NaN),
      Float64Array.of(2, 4),
    ]);
  });

  it("is predicted row by row", async () => {
    const table = await housingRows(Int32Array.of(0, 1, 2, 3, 4), ["MedInc"]);
    const estimator = {
      kind: "linear" as const,
      rows: 5,
      intercept: 1,
      terms: [{ feature: "MedInc", coefficient: 2 }],
    };
    const predictor = new LinearPredictor(estimator, describeFeatures(table), CONSTANT_SPREAD, CALIFORNIA);
    expect([...predictTable(predictor, table).predictions]).toEqual(
      [...columnOf(table, table.features[0])].map((value) => 1 + 2 * value),
    );
  });
});

const PLACED = [
  { name: "North", type: "number", apiName: "north", role: "latitude" },
  AREA,
  { name: "East", type: "number", apiName: "east", role: "longitude" },
];

describe("some rows of a training table", () => {
  it("are in the order in which they are taken, with their numbers in the data set", () => {
    const rows = [
      [50, 1, 4],
      [51, 2, 5],
      [52, 3, 6],
    ];
    const table = { ...trainingTable(PLACED, rows, [7, 8, 9], ["Area"]), numbers: Int32Array.of(30, 10, 20) };

    expect(takeRows(table, Int32Array.of(2, 0, 2))).toEqual({
      table: table.table,
      features: table.features,
      rows: Float64Array.of(52, 3, 6, 50, 1, 4, 52, 3, 6),
      target: Float64Array.of(9, 7, 9),
      numbers: Int32Array.of(20, 30, 20),
    });
  });
});

describe("the places of a training table", () => {
  it("are known if every row has one", () => {
    const places = (...rows: number[][]) =>
      placeOf(
        trainingTable(
          PLACED,
          rows,
          rows.map(() => 1),
        ),
      );

    expect(places([50, 1, 4], [51, 2, 5])).toEqual({
      latitude: Float64Array.of(50, 51),
      longitude: Float64Array.of(4, 5),
    });
    expect(places([50, 1, 4], [Number.NaN, 2, 5])).toBeUndefined();
    expect(places([50, 1, 4], [51, 2, Number.NaN])).toBeUndefined();
    expect(placeOf(trainingTable([AREA], [[1]], [1]))).toBeUndefined();
  });
});
