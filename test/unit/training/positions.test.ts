import { positionsOf } from "../../../training/positions";
import { AREA, ROOMS, trainingTable } from "../../support/training-tables";

describe("the positions of features", () => {
  const { table } = trainingTable([AREA, ROOMS], [], []);

  it("are those of their names, in the order of the names", () => {
    expect([...positionsOf(table, ["Rooms", "Area"])]).toEqual([1, 0]);
  });

  it("are not those of a name that the table does not have", () => {
    expect(() => positionsOf(table, ["Area", "Garden"])).toThrow(
      new RangeError("The table has no feature Garden."),
    );
  });
});
