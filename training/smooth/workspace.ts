import { HousePriceError } from "../../model/errors";
import type { BasisData } from "../../model/estimators/smooth/basis-format";
import type { TableSchema } from "../../model/table/schema-format";
import type { Folds } from "../folds";
import { PANEL_ROWS } from "./add-gram";
import { TILE } from "./simd/tile-kernel";
import { MAX_PAGES } from "./simd/wasm-module";
import { sizeOfTiles, tileRows } from "./tile-matrix";

/** Bytes of a page of WebAssembly's memory. */
const PAGE = 65_536;

/** Largest memory of a fit. */
const MAX_BYTES = 2 * 2 ** 30;

/** All that a thread needs to know to take part in the work. It can be sent to one: the memory is shared. */
export interface Workspace {
  readonly memory: WebAssembly.Memory;
  readonly schema: TableSchema;
  readonly basis: BasisData;
  readonly rowWidth: number;
  readonly rows: number;
  /** Columns of the design matrix Φ: the constant 1, and those of the basis. */
  readonly columns: number;
  /** The ways in which rows are held back. */
  readonly foldings: readonly Folds[];
  /** Positions in the memory, in numbers. */
  readonly places: {
    /** The rows of the table. */
    readonly table: number;
    /** Φ, row after row. */
    readonly design: number;
    /** ΦᵀΦ of each fold of each folding, in tiles. */
    readonly grams: readonly (readonly number[])[];
    /** ΦᵀΦ of all rows. */
    readonly whole: number;
    /** The penalty, of which the equations get a multiple. */
    readonly penalty: number;
    /** The leverage of each row. */
    readonly leverages: number;
    /** For each thread, a matrix. */
    readonly matrices: readonly number[];
    /** For each thread, the panels that are multiplied. */
    readonly panels: readonly number[];
  };
}

/**
 * Lays out the memory of a fit.
 *
 * @throws HousePriceError DATA_INVALID where it would be too large
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
    // Tiles begin at whole vectors.
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
