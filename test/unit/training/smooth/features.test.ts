import { namesByKind, valuesOf } from "../../../../training/smooth/features";
import { AREA, ROOMS, STYLE, trainingTable } from "../../../support/training-tables";

const TABLE = trainingTable(
  [AREA, STYLE, ROOMS],
  [
    [1, 0, 3],
    [2, 1, 4],
  ],
  [7, 8],
  ["Style", "Rooms"],
);

describe("the features to learn from", () => {
  it("are numbers and categories, in the model's order", () => {
    expect(namesByKind(TABLE)).toEqual({ numbers: ["Rooms"], categories: ["Style"] });
  });

  it("have values by name", () => {
    expect([...valuesOf(TABLE, "Rooms")]).toEqual([3, 4]);
  });
});
