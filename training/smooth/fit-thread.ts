import { Basis } from "../../model/estimators/smooth/basis";
import { Table } from "../../model/table/table";
import { addGram } from "./add-gram";
import { decompose, substituteBackward, substituteForward } from "./cholesky";
import type { Job, LeverageJob, Solutions, SolveJob } from "./job";
import { measureLeverages } from "./measure-leverages";
import { createKernel, TILE, type TileKernel } from "./simd/tile-kernel";
import { positionInTiles, sizeOfTiles, tileRows } from "./tile-matrix";
import type { Workspace } from "./workspace";

export class FitThread {
  private readonly memory: Float64Array;
  private readonly kernel: TileKernel;
  private readonly basis: Basis;
  private readonly tiles: number;

  /** @param number - of the thread; selects its scratch space */
  constructor(
    private readonly workspace: Workspace,
    private readonly number: number,
  ) {
    this.memory = new Float64Array(workspace.memory.buffer);
    this.kernel = createKernel(workspace.memory);
    this.basis = new Basis(workspace.basis, new Table(workspace.schema));
    this.tiles = tileRows(workspace.columns);
  }

  perform(job: Job): Solutions | undefined {
    switch (job.kind) {
      case "design":
        this.writeDesign(job.from, job.to);
        return undefined;
      case "gram":
        this.multiply(job.folding, job.fold, job.from, job.to);
        return undefined;
      case "decompose":
        this.decompose(undefined, job.factor);
        return undefined;
      case "leverage":
        this.measureLeverages(job);
        return undefined;
      case "solve":
        return this.solve(job);
    }
  }

  private writeDesign(from: number, to: number): void {
    const { memory, basis } = this;
    const { rowWidth, columns, places } = this.workspace;
    for (let i = from; i < to; i++) {
      const start = places.design + i * columns;
      memory[start] = 1;
      basis.read(memory, places.table + i * rowWidth);
      basis.write(memory, start + 1);
    }
  }

  private multiply(folding: number, fold: number, from: number, to: number): void {
    const { foldings, columns, places } = this.workspace;
    const folds = foldings[folding];
    const rows = Int32Array.from(folds.keys()).filter((row) => folds[row] === fold);
    const gram = places.grams[folding][fold];
    this.memory.fill(0, gram + sizeOfTiles(from), gram + sizeOfTiles(to));
    addGram(
      this.kernel,
      this.memory,
      { values: places.design, panel: places.panels[this.number], gram },
      columns,
      rows,
      from,
      to,
    );
  }

  private measureLeverages({ from, to, size }: LeverageJob): void {
    const { columns, places } = this.workspace;
    const { design, leverages } = places;
    measureLeverages(
      this.kernel,
      this.memory,
      { design, lower: places.matrices[0], panel: places.panels[this.number], leverages },
      { columns, size, from, to },
    );
  }

  private solve({ heldBack, factor, projections, sizes }: SolveJob): Solutions {
    const { memory } = this;
    const matrix = this.decompose(heldBack, factor);
    return projections.map((projection) => {
      const forward = projection.slice();
      substituteForward(memory, matrix, forward);
      return sizes.map((size) => {
        const solution = forward.slice(0, size);
        substituteBackward(memory, matrix, solution);
        return solution;
      });
    });
  }

  /** Decomposes ΦᵀΦ + λP. @returns the position of L */
  private decompose(heldBack: SolveJob["heldBack"], factor: number): number {
    const { memory, tiles } = this;
    const { columns, places } = this.workspace;
    const matrix = places.matrices[this.number];
    const held = heldBack && places.grams[heldBack.folding][heldBack.fold];
    for (let i = 0; i < sizeOfTiles(tiles); i++) {
      const gram =
        held === undefined ? memory[places.whole + i] : memory[places.whole + i] - memory[held + i];
      memory[matrix + i] = gram + factor * memory[places.penalty + i];
    }
    // Pad the last tile.
    for (let i = columns; i < tiles * TILE; i++) memory[matrix + positionInTiles(i, i)] = 1;
    decompose(this.kernel, memory, matrix, tiles);
    return matrix;
  }
}
