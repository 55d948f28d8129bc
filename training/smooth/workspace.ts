import { HousePriceError } from "../../model/errors";
import type { BasisData } from "../../model/estimators/smooth/basis-format";
import type { TableSchema } from "../../model/table/schema-format";
import type { Folds } from "../folds";
import { PANEL_ROWS } from "./add-gram";
import { TILE } from "./simd/tile-kernel";
import { MAX_PAGES } from "./simd/wasm-module";
import { sizeOfTiles, tileRows } from "./tile-matrix";

const PAGE = 65_536;

const MAX_BYTES = 2 * 2 ** 30;

/** Everything that a thread needs; can be sent to it, since the memory is shared. */
export interface Workspace {
  readonly memory: WebAssembly.Memory;
  readonly schema: TableSchema;
  readonly basis: BasisData;
  readonly rowWidth: number;
  readonly rows: number;
  /** Columns of the design matrix Φ: the constant and those of the basis. */
  readonly columns: number;
  readonly foldings: readonly Folds[];
  /** Positions in the memory, in numbers. */
  readonly places: {
    readonly table: number;
    /** Φ in row-major order. */
    readonly design: number;
    /** ΦᵀΦ of each fold, by scheme, in tiles. */
    readonly grams: readonly (readonly number[])[];
    /** ΦᵀΦ of all rows. */
    readonly whole: number;
    /** P in tiles. */
    readonly penalty: number;
    readonly leverages: number;
    /** One matrix per thread. */
    readonly matrices: readonly number[];
    /** One panel buffer per thread. */
    readonly panels: readonly number[];
  };
}

/**
 * Lays out the memory of a fit.
 *
 * @throws HousePriceError DATA_INVALID if it would be too large
 */
export function createWorkspace(
  plan: Omit<Workspace, "memory" | "places">,
  folds: number,
  threads: number,
): Workspace {
  const tiles = tileRows(plan.columns);
  const matrix = sizeOfTiles(tiles);
  let size = 0;
  const take = (numbers: number): number => {
    const start = size;
    // Align tiles to vectors.
    size += Math.ceil(numbers / 2) * 2;
    return start;
  };
  const takeEach = (count: number, numbers: number): number[] =>
    Array.from({ length: count }, () => take(numbers));
  const places = {
    table: take(plan.rows * plan.rowWidth),
    design: take(plan.rows * plan.columns),
    grams: plan.foldings.map(() => takeEach(folds, matrix)),
    whole: take(matrix),
    penalty: take(matrix),
    leverages: take(plan.rows),
    matrices: takeEach(threads, matrix),
    panels: takeEach(threads, tiles * TILE * PANEL_ROWS),
  };
  const bytes = size * Float64Array.BYTES_PER_ELEMENT;
  if (bytes > MAX_BYTES) {
    throw new HousePriceError(
      "DATA_INVALID",
      `${plan.rows} rows of ${plan.columns} functions do not fit into ${MAX_BYTES / 2 ** 30} GB: use fewer rows or columns, or --model linear.`,
    );
  }
  const pages = Math.ceil(bytes / PAGE);
  return {
    ...plan,
    memory: new WebAssembly.Memory({ initial: pages, maximum: MAX_PAGES, shared: true }),
    places,
  };
}
