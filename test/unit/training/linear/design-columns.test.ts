import { DesignColumns } from "../../../../training/linear/design-columns";
import { AREA, ROOMS, STYLE, trainingTable } from "../../../support/training-tables";

const { NaN: MISSING } = Number;

/** The columns that are not 0 in a row. */
function rowOf(columns: DesignColumns, row: number): [column: number, value: number][] {
  const count = columns.read(row);
  return Array.from({ length: count }, (_, k) => [columns.found[k], columns.values[k]]);
}

describe("the columns of a regression", () => {
  it("are one for each number, one for each category, and one where values are missing", () => {
    const table = trainingTable(
      [AREA, STYLE, ROOMS],
      [
        [2, 0, 5],
        [6, MISSING, 5],
        [MISSING, 1, 5],
      ],
      [1, 2, 3],
    );
    const columns = new DesignColumns(table);

    expect(columns.columns).toEqual([
      { kind: "number", feature: 0 },
      { kind: "missing", feature: 0 },
      { kind: "category", feature: 1, category: 0 },
      { kind: "category", feature: 1, category: 1 },
      { kind: "missing", feature: 1 },
      { kind: "number", feature: 2 },
    ]);
    // The mean of 2 and 6 is 4, and their deviation 2; a constant is not scaled.
    expect([...columns.centres]).toEqual([4, 0, 0, 0, 0, 5]);
    expect([...columns.scales]).toEqual([2, 1, 1, 1, 1, 1]);
    expect([...columns.indicators]).toEqual([1, -1, -1, -1, -1, -1]);
  });

  it("are read row by row, where they are not 0", () => {
    const columns = new DesignColumns(
      trainingTable(
        [AREA, STYLE],
        [
          [2, 0],
          [6, MISSING],
          [MISSING, 1],
          [4, -1],
        ],
        [1, 2, 3, 4],
      ),
    );
    const scale = Math.sqrt(8 / 3);

    expect(rowOf(columns, 0)).toEqual([
      [0, -2 / scale],
      [2, 1],
    ]);
    expect(rowOf(columns, 1)).toEqual([
      [0, 2 / scale],
      [4, 1],
    ]);
    expect(rowOf(columns, 2)).toEqual([
      [1, 1],
      [3, 1],
    ]);
    // A category that is not of the table has no column.
    expect(rowOf(columns, 3)).toEqual([[0, 0]]);
  });

  it("are those of the features to learn from, in their order", () => {
    const table = trainingTable(
      [AREA, ROOMS, STYLE],
      [
        [1, 2, 1],
        [3, 2, 0],
      ],
      [1, 2],
      ["Style", "Area"],
    );
    const columns = new DesignColumns(table);

    expect(columns.columns.map(({ feature }) => feature)).toEqual([2, 2, 0]);
    expect(rowOf(columns, 0)).toEqual([
      [1, 1],
      [2, -1],
    ]);
  });

  it("stand for 0 where all values are missing", () => {
    const columns = new DesignColumns(trainingTable([AREA], [[MISSING], [MISSING]], [1, 2]));

    expect([[...columns.centres], [...columns.scales], [...columns.indicators]]).toEqual([
      [0, 0],
      [1, 1],
      [1, -1],
    ]);
    expect(rowOf(columns, 0)).toEqual([[1, 1]]);
  });
});
