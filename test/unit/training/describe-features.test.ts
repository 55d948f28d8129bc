import { describeFeatures, describeTestedFeatures } from "../../../training/describe-features";
import { AREA, ROOMS, STYLE, trainingTable } from "../../support/training-tables";

const { NaN: MISSING } = Number;

describe("the statistics of features", () => {
  it("are the range, the mean and the twentieths of numbers, or the counts of categories", () => {
    // The numbers from 0 to 20 in another order, and a missing one.
    const rows = [
      ...Array.from({ length: 21 }, (_, i) => [(8 * i) % 21, i % 3 === 0 ? 1 : 0]),
      [MISSING, MISSING],
    ];

    expect(
      describeFeatures(
        trainingTable(
          [AREA, ROOMS, STYLE],
          rows.map(([a, b]) => [a, 0, b]),
          rows.map(() => 1),
          ["Style", "Area"],
        ),
      ),
    ).toEqual([
      { name: "Style", counts: [14, 7], missing: 1 },
      {
        name: "Area",
        min: 0,
        max: 20,
        mean: 10,
        quantiles: Array.from({ length: 19 }, (_, i) => expect.closeTo(i + 1, 9)),
        missing: 1,
      },
    ]);
  });

  it("tell what is missing in test rows alone", () => {
    const table = (areas: number[]) =>
      trainingTable(
        [AREA, ROOMS],
        areas.map((area) => [area, 1]),
        areas,
      );
    const missing = (training: number[], test: number[]) => {
      const [area, rooms] = describeTestedFeatures(table(training), table(test));
      expect(rooms).not.toHaveProperty("missingInTest");
      return [area.missing, "missingInTest" in area ? area.missingInTest : undefined];
    };

    expect(missing([1, 2], [3, MISSING, MISSING])).toEqual([0, 2]);
    expect(missing([1, MISSING], [3, MISSING])).toEqual([1, undefined]);
    expect(missing([1, 2], [3, 4])).toEqual([0, undefined]);
  });
});
