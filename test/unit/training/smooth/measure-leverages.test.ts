import { inverse, Matrix } from "ml-matrix";
import { PANEL_ROWS } from "../../../../training/smooth/add-gram";
import { decompose } from "../../../../training/smooth/cholesky";
import { measureLeverages } from "../../../../training/smooth/measure-leverages";
import { TILE } from "../../../../training/smooth/simd/tile-kernel";
import { positionInTiles, tileRows } from "../../../../training/smooth/tile-matrix";
import { multiplyInTiles, numbersFrom } from "../../../support/tiles";

/** Leverages of some rows, -1 elsewhere; and all of them as φᵀ(ΦᵀΦ + I)⁻¹φ. */
function leverages(rows: number, columns: number, size: number, from: number, to: number) {
  const values = numbersFrom(7, rows * columns);
  const scratch = tileRows(columns) * TILE * PANEL_ROWS;
  const { kernel, view, gram, free, tiles } = multiplyInTiles(values, columns, [], scratch + rows + 1);
  for (let i = 0; i < tiles * TILE; i++) view[gram + positionInTiles(i, i)] += 1;
  decompose(kernel, view, gram, tiles);
  const panel = free + (free % 2);
  const found = panel + scratch;
  view.fill(-1, found, found + rows);
  measureLeverages(
    kernel,
    view,
    { design: 0, lower: gram, panel, leverages: found },
    { columns, size, from, to },
  );

  const design = Matrix.from1DArray(rows, columns, values).subMatrix(0, rows - 1, 0, size - 1);
  const inverted = inverse(design.transpose().mmul(design).add(Matrix.eye(size)));
  const expected = design.to2DArray().map((row) => {
    const phi = Matrix.rowVector(row);
    return phi.mmul(inverted).mmul(phi.transpose()).get(0, 0);
  });
  return { found: [...view.subarray(found, found + rows)], expected };
}

describe("the leverages of rows", () => {
  it.each([
    [1, 1],
    [5, 4],
    [70, 9],
    [130, 21],
  ])("of %d rows and %d columns are those of ridge regression", (rows, columns) => {
    const { found, expected } = leverages(rows, columns, columns, 0, rows);

    for (const [i, leverage] of expected.entries()) expect(found[i]).toBeCloseTo(leverage, 9);
  });

  it("are measured for some of the rows, and for the first columns", () => {
    const { found, expected } = leverages(12, 9, 6, 3, 8);

    for (const [i, leverage] of expected.entries()) {
      expect(found[i]).toBeCloseTo(i >= 3 && i < 8 ? leverage : -1, 9);
    }
  });
});
