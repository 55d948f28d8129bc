import { Matrix, solve } from "ml-matrix";
import { Basis } from "../../model/estimators/smooth/basis";
import type { BasisData } from "../../model/estimators/smooth/basis-format";
import type { Penalties } from "../../model/estimators/smooth/smooth-format";
import { upTo } from "../../training/smooth/basis-part";
import { learnVaryingBasis } from "../../training/smooth/learn-basis";
import { chooseStructure } from "../../training/smooth/structure";
import { positionInTiles, sizeOfTiles, tileRows } from "../../training/smooth/tile-matrix";
import { writePenalty } from "../../training/smooth/write-penalty";
import type { TrainingTable } from "../../training/training-table";

/** The functions of single features: few enough to solve their equations in a simple way. */
export function singleFeatures(houses: TrainingTable): BasisData {
  return upTo(learnVaryingBasis(houses, chooseStructure(houses, false)), "category");
}

/** Ridge regression with whole matrices: slow and simple, to compare with. */
export class DenseRidge {
  /** Φ, the constant first. */
  readonly design: Matrix;
  private readonly penalty: Matrix;

  constructor(houses: TrainingTable, data: BasisData, penalties: Penalties) {
    const { table, rows, target } = houses;
    const basis = new Basis(data, table);
    const size = 1 + basis.size;
    this.design = new Matrix(
      Array.from(target, (_, i) => {
        const columns = new Float64Array(size).fill(1);
        basis.read(rows, i * table.width);
        basis.write(columns, 1);
        return [...columns];
      }),
    );
    const tiles = new Float64Array(sizeOfTiles(tileRows(size)));
    writePenalty(basis, penalties, tiles, 0);
    this.penalty = new Matrix(
      Array.from({ length: size }, (_, i) =>
        Array.from({ length: size }, (_, j) => tiles[positionInTiles(Math.max(i, j), Math.min(i, j))]),
      ),
    );
  }

  /** Predictions for all rows of a fit on some of them, with the first columns. */
  predict(
    target: Float64Array,
    factor: number,
    isFitted: (row: number) => boolean = () => true,
    size = this.design.columns,
  ): number[] {
    const all = this.leading(size);
    const rows = [...target.keys()].filter(isFitted);
    const design = all.subMatrixRow(rows);
    const right = design.transpose().mmul(Matrix.columnVector(rows.map((row) => target[row])));
    return all.mmul(solve(this.system(design, factor), right)).to1DArray();
  }

  /** φᵀ(ΦᵀΦ + λP)⁻¹φ of each row. */
  leverages(factor: number, size = this.design.columns): number[] {
    const design = this.leading(size);
    const solved = solve(this.system(design, factor), design.transpose());
    return Array.from({ length: design.rows }, (_, i) =>
      design.getRowVector(i).mmul(solved.getColumnVector(i)).get(0, 0),
    );
  }

  private leading(size: number): Matrix {
    return this.design.subMatrix(0, this.design.rows - 1, 0, size - 1);
  }

  private system(design: Matrix, factor: number): Matrix {
    const last = design.columns - 1;
    const penalty = this.penalty.subMatrix(0, last, 0, last);
    return design.transpose().mmul(design).add(penalty.mul(factor));
  }
}

/** Expects numbers that are the same to so many digits after the point. */
export function expectNumbers(actual: ArrayLike<number>, expected: readonly number[], digits = 6): void {
  expect(actual).toHaveLength(expected.length);
  for (const [i, value] of expected.entries()) expect(actual[i]).toBeCloseTo(value, digits);
}
