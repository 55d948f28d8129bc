import { FOLD_COUNT, type Folds } from "../folds";
import type { Progress } from "../progress";
import type { DesignMatrix } from "./design-matrix";
import { addGram } from "./gram";

/** Rows that are held back together by every folding, and their ΦᵀΦ. */
interface Cell {
  readonly rows: Int32Array;
  /** The cell's fold in each folding. */
  readonly folds: readonly number[];
  readonly gram: Float64Array;
}

/**
 * ΦᵀΦ of all rows, and of all but those of a fold, which is the whole less the fold's: a cross-validation costs no more
 * multiplying than one fit. The lower triangles alone are kept.
 */
export class FoldedEquations {
  private readonly cells: readonly Cell[];
  private readonly whole: Float64Array;

  constructor(
    readonly design: DesignMatrix,
    readonly foldings: readonly Folds[],
    progress: Progress,
  ) {
    const { values, columns, rows } = design;
    progress.begin("Multiplying", rows);
    this.cells = cellsOf(rows, foldings).map((cell) => {
      const gram = new Float64Array(columns * columns);
      addGram(values, columns, cell.rows, gram, (done) => progress.advance(done));
      return { ...cell, gram };
    });
    progress.end();
    this.whole = new Float64Array(columns * columns);
    for (const { gram } of this.cells) addTo(this.whole, gram, 1);
  }

  /** ΦᵀΦ of all rows, as a copy that may be overwritten. */
  all(): Float64Array {
    return this.whole.slice();
  }

  /** ΦᵀΦ of the rows that are not in a fold, as a copy that may be overwritten. */
  without(folding: number, fold: number): Float64Array {
    const gram = this.whole.slice();
    for (const cell of this.cells) if (cell.folds[folding] === fold) addTo(gram, cell.gram, -1);
    return gram;
  }
}

function addTo(sum: Float64Array, values: Float64Array, sign: 1 | -1): void {
  for (let i = 0; i < sum.length; i++) sum[i] += sign * values[i];
}

/** The rows by their folds in all foldings. */
function cellsOf(rows: number, foldings: readonly Folds[]): Omit<Cell, "gram">[] {
  const cells = new Map<number, number[]>();
  for (let i = 0; i < rows; i++) {
    const key = foldings.reduce((key, folds) => key * FOLD_COUNT + folds[i], 0);
    const cell = cells.get(key);
    if (cell) cell.push(i);
    else cells.set(key, [i]);
  }
  return [...cells.values()].map((cell) => ({
    rows: Int32Array.from(cell),
    folds: foldings.map((folds) => folds[cell[0]]),
  }));
}
