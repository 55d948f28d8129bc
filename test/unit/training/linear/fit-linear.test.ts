import { fitLinear } from "../../../../training/linear/fit-linear";
import { randomNumbers } from "../../../support/smooth-houses";
import { AREA, ROOMS, STYLE, trainingTable } from "../../../support/training-tables";

const { NaN: MISSING } = Number;

/** An estimator whose numbers are rounded, for the last bits differ. */
function rounded(table: ReturnType<typeof trainingTable>) {
  const { terms, intercept, ...rest } = fitLinear(table);
  const round = (value: number) => Number(value.toFixed(8)) + 0;
  return {
    ...rest,
    intercept: round(intercept),
    terms: terms.map((term) => ({ ...term, coefficient: round(term.coefficient) })),
  };
}

describe("a linear fit", () => {
  it("of numbers has the coefficient of each feature, in the model's order", () => {
    const rows = [
      [1, 2],
      [2, 9],
      [4, 3],
      [5, 5],
    ];
    const target = rows.map(([area, rooms]) => 7 + 2 * area - 3 * rooms);

    expect(rounded(trainingTable([AREA, ROOMS], rows, target, ["Rooms", "Area"]))).toEqual({
      kind: "linear",
      rows: 4,
      intercept: 7,
      terms: [
        { feature: "Rooms", coefficient: -3 },
        { feature: "Area", coefficient: 2 },
      ],
    });
  });

  it("of categories and missing numbers names their columns", () => {
    const rows = [
      [1, 0],
      [3, 1],
      [MISSING, 0],
      [2, 1],
    ];
    // 1 + 2·area + 10 for a house; where the area is missing it is the mean, 2, and 100 are added.
    const target = [3, 17, 105, 15];

    expect(rounded(trainingTable([AREA, STYLE], rows, target))).toEqual({
      kind: "linear",
      rows: 4,
      intercept: 1,
      terms: [
        { feature: "Area", coefficient: 2 },
        { feature: "Area", missing: true, coefficient: 100 },
        { feature: "Style", category: "house", coefficient: 10 },
      ],
    });
  });

  it("of numbers that depend on each other shares their effect and names one", () => {
    const table = trainingTable(
      [AREA, ROOMS],
      [
        [1, 1],
        [2, 2],
        [4, 4],
      ],
      [2, 4, 8],
    );

    expect(rounded(table)).toEqual({
      kind: "linear",
      rows: 3,
      intercept: 0,
      terms: [
        { feature: "Area", coefficient: 1 },
        { feature: "Rooms", coefficient: 1 },
      ],
      aliased: [{ feature: "Rooms" }],
    });
  });

  it("of more numbers than the regression package may copy is the same", () => {
    const names = Array.from({ length: 41 }, (_, j) => `F${j}`);
    const fields = names.map((name, j) => ({ name, type: "number", apiName: `f${j}` }));
    const random = randomNumbers(3);
    const rows = Array.from({ length: 60 }, () => names.map(() => random()));
    const target = rows.map((row) => row.reduce((sum, value, j) => sum + j * value, 5));
    const { terms, intercept } = rounded(trainingTable(fields, rows, target));

    expect([intercept, ...terms.map(({ coefficient }) => coefficient)]).toEqual([5, ...names.keys()]);
  });
});
