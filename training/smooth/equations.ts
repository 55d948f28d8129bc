import { Basis } from "../../model/estimators/smooth/basis";
import type { BasisData } from "../../model/estimators/smooth/basis-format";
import type { Penalties } from "../../model/estimators/smooth/smooth-format";
import { FOLD_COUNT, type Folds } from "../folds";
import type { Progress } from "../progress";
import type { TrainingTable } from "../training-table";
import { FitTeam, threadCount } from "./fit-team";
import type { Job, Solutions, SolveJob } from "./job";
import { sizeOfTiles, tileRows } from "./tile-matrix";
import { createWorkspace, type Workspace } from "./workspace";
import { writePenalty } from "./write-penalty";

/** Rows per design-matrix job. */
const DESIGN_ROWS = 1000;

/** Rows per leverage job. */
const LEVERAGE_ROWS = 256;

/** Jobs per Gram matrix. */
const GRAM_PARTS = 2;

/** Runs `work`, then ends the threads. */
export async function withEquations<T>(
  houses: TrainingTable,
  basis: BasisData,
  penalties: Penalties,
  foldings: readonly Folds[],
  progress: Progress,
  work: (equations: Equations) => Promise<T>,
): Promise<T> {
  const equations = await Equations.create(houses, basis, penalties, foldings, progress);
  try {
    return await work(equations);
  } finally {
    await equations.end();
  }
}

/**
 * Normal equations (ΦᵀΦ + λP)w = Φᵀy of ridge regression on a basis, for all rows and without each fold, whose ΦᵀΦ is subtracted:
 * cross-validation needs no more multiplications than one fit.
 */
export class Equations {
  private readonly memory: Float64Array;

  private constructor(
    readonly basis: Basis,
    private readonly workspace: Workspace,
    private readonly team: FitTeam,
  ) {
    this.memory = new Float64Array(workspace.memory.buffer);
  }

  /**
   * @param penalties - P, by kind of block
   * @param foldings - the ways in which rows will be held back; at least one
   */
  static async create(
    houses: TrainingTable,
    data: BasisData,
    penalties: Penalties,
    foldings: readonly Folds[],
    progress: Progress,
  ): Promise<Equations> {
    const { table, target, rows } = houses;
    const basis = new Basis(data, table);
    const threads = threadCount();
    const plan = {
      schema: table.schema,
      basis: data,
      rowWidth: table.width,
      rows: target.length,
      columns: 1 + basis.size,
      foldings,
    };
    const workspace = createWorkspace(plan, FOLD_COUNT, threads > 1 ? threads + 1 : 1);
    const equations = new Equations(basis, workspace, new FitTeam(workspace, threads));
    equations.memory.set(rows.subarray(0, target.length * table.width), workspace.places.table);
    writePenalty(basis, penalties, equations.memory, workspace.places.penalty);
    try {
      await equations.multiply(progress);
      return equations;
    } catch (error) {
      await equations.end();
      throw error;
    }
  }

  get columns(): number {
    return this.workspace.columns;
  }

  /** Φᵀy over all rows, or without a fold. */
  project(
    target: Float64Array,
    heldBack?: { readonly folding: number; readonly fold: number },
  ): Float64Array {
    const { memory } = this;
    const { columns, foldings, places } = this.workspace;
    const folds = heldBack && foldings[heldBack.folding];
    const sums = new Float64Array(columns);
    for (let i = 0; i < target.length; i++) {
      if (folds && folds[i] === heldBack.fold) continue;
      const value = target[i];
      const start = places.design + i * columns;
      for (let j = 0; j < columns; j++) sums[j] += memory[start + j] * value;
    }
    return sums;
  }

  /** (Φ·weights) of a row, for the leading columns. */
  predict(row: number, weights: Float64Array, from = 0, to = weights.length): number {
    const { memory } = this;
    const start = this.workspace.places.design + row * this.workspace.columns;
    let sum = 0;
    for (let j = from; j < to; j++) sum += weights[j] * memory[start + j];
    return sum;
  }

  async solveAll(jobs: readonly SolveJob[], onDone: () => void): Promise<Solutions[]> {
    const solutions = await this.team.performAll(jobs, onDone);
    return solutions.map(solved);
  }

  /** Fits all rows on the leading columns, on this thread; returns coefficients, intercept first. */
  fit(target: Float64Array, factor: number, size: number): Float64Array {
    const projections = [this.project(target)];
    const [[weights]] = solved(
      this.team.perform({ kind: "solve", heldBack: undefined, factor, projections, sizes: [size] }),
    );
    return weights;
  }

  /** Leverages of all rows on the leading columns, for several penalty factors. */
  async leverages(factors: readonly number[], size: number, progress: Progress): Promise<Float64Array[]> {
    const { rows, places } = this.workspace;
    const jobs = partsOf(rows, LEVERAGE_ROWS).map((part): Job => ({ kind: "leverage", size, ...part }));
    progress.begin("Holding back each row", factors.length * jobs.length);
    const found: Float64Array[] = [];
    for (const factor of factors) {
      this.team.perform({ kind: "decompose", factor });
      await this.team.performAll(jobs, () => progress.advance(1));
      found.push(this.memory.slice(places.leverages, places.leverages + rows));
    }
    progress.end();
    return found;
  }

  /** Ends the threads; later work runs on this one. */
  end(): Promise<void> {
    return this.team.end();
  }

  private async multiply(progress: Progress): Promise<void> {
    const { rows, columns, foldings, places } = this.workspace;
    const tiles = tileRows(columns);
    const design = partsOf(rows, DESIGN_ROWS).map((part): Job => ({ kind: "design", ...part }));
    const grams = foldings.flatMap((_, folding) =>
      Array.from({ length: FOLD_COUNT * GRAM_PARTS }, (_, i): Job => {
        const part = i % GRAM_PARTS;
        return { kind: "gram", folding, fold: Math.floor(i / GRAM_PARTS), ...partOf(tiles, part) };
      }),
    );
    progress.begin("Multiplying", design.length + grams.length);
    const onDone = () => progress.advance(1);
    await this.team.performAll(design, onDone);
    await this.team.performAll(grams, onDone);
    progress.end();
    const [folds] = places.grams;
    for (let i = 0; i < sizeOfTiles(tiles); i++) {
      let sum = 0;
      for (const fold of folds) sum += this.memory[fold + i];
      this.memory[places.whole + i] = sum;
    }
  }
}

/** Consecutive ranges. */
function partsOf(rows: number, size: number): { from: number; to: number }[] {
  return Array.from({ length: Math.ceil(rows / size) }, (_, part) => {
    const from = part * size;
    return { from, to: Math.min(from + size, rows) };
  });
}

/** Tile rows of a part of the lower triangle, with equal work per part. */
function partOf(tiles: number, part: number): { from: number; to: number } {
  const end = (count: number) => Math.round(tiles * Math.sqrt(count / GRAM_PARTS));
  return { from: end(part), to: end(part + 1) };
}

function solved(solutions: Solutions | undefined): Solutions {
  if (!solutions) throw new TypeError("The job solved nothing.");
  return solutions;
}
