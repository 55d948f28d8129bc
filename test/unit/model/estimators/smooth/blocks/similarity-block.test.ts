import { similarityBlock } from "../../../../../../model/estimators/smooth/blocks/similarity-block";
import { Curve } from "../../../../../../model/estimators/smooth/curve";
import { bothSums, columnsOf, curveData } from "../../../../../support/small-basis";

const DATA = {
  kind: "similarity" as const,
  features: [
    { feature: "Area", weight: 1 },
    { feature: "Rooms", weight: 3 },
  ],
  length: 2,
  centres: [
    [0, 0],
    [1.5, -6],
  ],
};

describe("similarity to typical houses", () => {
  const row = { rows: new Float64Array(), offset: 0 };
  const curves = [new Curve(curveData("Area"), 1), new Curve(curveData("Rooms", { mean: 5, scale: 2 }), 0)];
  const block = similarityBlock(row, DATA, curves, "similar houses");
  const read = (area: number, rooms: number) => {
    row.rows = Float64Array.of(-1, -1, rooms, area);
    row.offset = 2;
  };

  it("is 1 for a house that is a typical one", () => {
    read(10, 5);
    expect(columnsOf(block)[0]).toBe(1);
    // 1.5 deviations of the area, and 3 · -2 of the rooms.
    read(25, 1);
    expect(columnsOf(block)[1]).toBeCloseTo(1, 14);
  });

  it("falls with the distance of the weighted features", () => {
    // 2 deviations of area, and 3 · 0.5 of rooms: the distance is 2.5, which is 1.25 lengths.
    read(30, 6);
    expect(columnsOf(block)[0]).toBeCloseTo(1 / 2.25, 14);
  });

  it("takes the mean for a missing value", () => {
    read(30, Number.NaN);
    const missing = columnsOf(block);
    read(30, 5);
    expect(columnsOf(block)).toEqual(missing);
  });

  it.each([
    [30, 6],
    [-100, 3],
    [Number.NaN, Number.NaN],
  ])("has the same sum in predictions as in training: %d, %d", (area, rooms) => {
    read(area, rooms);
    const [predicted, trained] = bothSums(block);
    expect(predicted).toBeCloseTo(trained, 12);
  });

  it("reads its features", () => {
    expect(block).toMatchObject({ size: 2, features: [1, 0], label: "similar houses" });
  });
});
