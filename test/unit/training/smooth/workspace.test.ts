import { createWorkspace } from "../../../../training/smooth/workspace";
import { refusalOf } from "../../../support/refusal";
import { HOUSES } from "../../../support/smooth-houses";

const plan = (rows: number, columns: number, foldings = 1) => ({
  schema: HOUSES.schema,
  basis: { curves: [], location: null, blocks: [] },
  rowWidth: 3,
  rows,
  columns,
  foldings: Array.from({ length: foldings }, () => new Int32Array(rows)),
});

describe("the workspace of a fit", () => {
  it("has a place for each array, one after another, at even numbers", () => {
    const { places, memory, ...rest } = createWorkspace(plan(3, 5, 2), 2, 2);

    // Five columns make two rows of tiles: three tiles of sixteen numbers. A panel has 256 rows of eight columns.
    expect(places).toEqual({
      table: 0,
      design: 10,
      grams: [
        [26, 74],
        [122, 170],
      ],
      whole: 218,
      penalty: 266,
      leverages: 314,
      matrices: [318, 366],
      panels: [414, 2462],
    });
    // 4510 numbers of eight bytes are in one page.
    expect(memory.buffer.byteLength).toBe(65_536);
    expect(rest).toEqual(plan(3, 5, 2));
  });

  it("has as many pages as its numbers need", () => {
    const { memory, places } = createWorkspace(plan(3, 5, 2), 2, 4);

    expect(places.panels[3] + 2048).toBe(8702);
    expect(memory.buffer.byteLength).toBe(2 * 65_536);
  });

  it("is refused where it does not fit into memory", async () => {
    const { code, message } = await refusalOf(() => createWorkspace(plan(900_000, 300), 5, 1));

    expect([code, message]).toEqual([
      "DATA_INVALID",
      "900000 rows of 300 functions do not fit into 2 GB: use fewer rows or columns, or --model linear.",
    ]);
  });
});
