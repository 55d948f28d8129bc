import { crossValidate, foldingsOf, scoreFolds } from "../../../training/cross-validate";
import { randomFolds, spatialFolds } from "../../../training/folds";
import { type Progress, SILENT } from "../../../training/progress";
import { placeOf } from "../../../training/training-table";
import { AREA, trainingTable } from "../../support/training-tables";

const PLACED = [
  { name: "North", type: "number", apiName: "north", role: "latitude" },
  { name: "East", type: "number", apiName: "east", role: "longitude" },
  AREA,
];

/** Houses at so many places, in turn. */
const houses = (count: number, places: number) =>
  trainingTable(
    PLACED,
    Array.from({ length: count }, (_, i) => [50 + (i % places), 4, i]),
    Array.from({ length: count }, (_, i) => i),
  );

describe("the ways to hold rows back", () => {
  it("are at random, and by location where the table has one", () => {
    const table = houses(40, 10);
    const place = placeOf(table);

    expect(foldingsOf(table, 7)).toEqual([
      { kind: "random", folds: randomFolds(40, 7) },
      { kind: "spatial-block", folds: place && spatialFolds(place) },
    ]);
  });

  it.each([
    ["few places", houses(40, 2)],
    [
      "no location",
      trainingTable(
        [AREA],
        Array.from({ length: 40 }, (_, i) => [i]),
        Array(40).fill(1),
      ),
    ],
  ])("are at random alone with %s", (_what, table) => {
    expect(foldingsOf(table, 7).map(({ kind }) => kind)).toEqual(["random"]);
  });
});

describe("the scores of folds", () => {
  const FOLDS = Int32Array.of(0, 0, 1, 1, 2, 2, 3, 3, 4, 4);
  const TARGET = Float64Array.of(10, 20, 10, 20, 10, 20, 10, 20, 10, 20);
  // Errors of 1 and 1, 2 and 2, 0, 0 and 0: R² of 1 - 2/50, 1 - 8/50 and 1.
  const PREDICTIONS = Float64Array.of(11, 21, 12, 22, 10, 20, 10, 20, 10, 20);

  it("are the means of each fold's own", () => {
    const scores = scoreFolds(TARGET, PREDICTIONS, { kind: "random", folds: FOLDS });

    expect(scores).toMatchObject({ folds: "random", count: 5, rows: 10, rmse: 3 / 5, mae: 3 / 5 });
    expect(scores.r2).toBeCloseTo((48 / 50 + 42 / 50 + 3) / 5, 12);
    // Relative errors: 0.1 and 0.05; 0.2 and 0.1; 0.
    expect(scores.medianApe).toBeCloseTo((0.075 + 0.15) / 5, 12);
    expect(scores.within5).toBeCloseTo((0.5 + 0 + 3) / 5, 12);
    expect(scores.within10).toBeCloseTo((1 + 0.5 + 3) / 5, 12);
    expect(scores.within20).toBeCloseTo(1, 12);
  });

  it("are of each way of holding rows back, with its own predictions", async () => {
    const table = { ...houses(10, 2), target: TARGET };
    const foldings = [
      { kind: "random", folds: FOLDS },
      { kind: "spatial-block", folds: FOLDS.toReversed() },
    ] as const;
    const seen: unknown[] = [];
    const progress: Progress = { ...SILENT };
    const crossPredict = async (...given: unknown[]) => {
      seen.push(...given);
      return [PREDICTIONS, TARGET];
    };
    const [random, spatial] = await crossValidate(crossPredict, table, foldings, progress);

    expect(seen).toEqual([table, foldings.map(({ folds }) => folds), progress]);
    expect(seen[2]).toBe(progress);
    expect(random).toEqual(scoreFolds(TARGET, PREDICTIONS, foldings[0]));
    expect(spatial).toMatchObject({ folds: "spatial-block", r2: 1, rmse: 0 });
  });
});
