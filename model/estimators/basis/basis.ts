import type { Table } from "../../table/table";
import { type BasisData, type BlockData, columnsOf, featuresOf, labelOf } from "./basis-format";
import { Curve } from "./curve";
import { Radial } from "./radial";

/** Columns of a basis that read the same features. */
export interface Block {
  readonly data: BlockData;
  /** Position of its first column. */
  readonly start: number;
  /** Position after its last column. */
  readonly end: number;
  /** Positions of the features that it reads, in a row. */
  readonly features: readonly number[];
  /** What it is about, in words: "income", "income × rooms", "location", "income × location". */
  readonly label: string;
}

/** Writes the columns of one block, from the functions that {@link Basis.evaluate} has brought up to date. */
type BlockWriter = (columns: Float64Array, start: number) => void;

/**
 * Evaluates a basis that is described as data: the same code in training and in serving. Evaluating allocates nothing;
 * one instance is for one row at a time.
 */
export class Basis {
  /** Number of columns. */
  readonly size: number;
  readonly blocks: readonly Block[];
  readonly radials: readonly Radial[];
  private readonly curves: readonly Curve[];
  private readonly writers: readonly BlockWriter[];

  constructor(
    readonly data: BasisData,
    table: Table,
  ) {
    this.curves = data.curves.map((curve) => new Curve(curve, table));
    this.radials = data.place.radials.map((radial) => new Radial(radial, data.place.longitudeScale, table));
    let size = 0;
    this.blocks = data.blocks.map((block) => {
      const start = size;
      size += columnsOf(block, data);
      const features = featuresOf(block).map((name) => table.indexOf(name));
      return { data: block, start, end: size, features, label: labelOf(block, table) };
    });
    this.size = size;
    this.writers = data.blocks.map((block) => this.writerOf(block));
  }

  /**
   * Writes the columns for the row of `rows` that begins at `offset`.
   *
   * @param columns - receives {@link size} values from `start` on
   */
  evaluate(rows: Float64Array, offset: number, columns: Float64Array, start = 0): void {
    for (let i = 0; i < this.curves.length; i++) this.curves[i].update(rows, offset);
    for (let i = 0; i < this.radials.length; i++) this.radials[i].update(rows, offset);
    for (let b = 0; b < this.writers.length; b++) this.writers[b](columns, start + this.blocks[b].start);
  }

  private writerOf(block: BlockData): BlockWriter {
    switch (block.kind) {
      case "curve":
        return curveWriter(this.curveOf(block.feature), block.functions);
      case "product":
        return productWriter(
          this.curveOf(block.features[0]),
          this.curveOf(block.features[1]),
          block.functions,
        );
      case "place":
        return placeWriter(this.radials[block.radial]);
      case "place-product":
        return placeProductWriter(this.curveOf(block.feature), block.functions, this.radials[block.radial]);
    }
  }

  private curveOf(feature: string): Curve {
    const curve = this.curves.find(({ data }) => data.feature === feature);
    if (curve === undefined) throw new Error(`The basis has no curve of ${feature}`);
    return curve;
  }
}

function curveWriter({ values }: Curve, functions: number): BlockWriter {
  return (columns, start) => {
    for (let k = 0; k < functions; k++) columns[start + k] = values[k];
  };
}

function productWriter(
  { values: first }: Curve,
  { values: second }: Curve,
  functions: readonly (readonly [number, number])[],
): BlockWriter {
  const firsts = Int32Array.from(functions, ([i]) => i);
  const seconds = Int32Array.from(functions, ([, j]) => j);
  return (columns, start) => {
    for (let k = 0; k < firsts.length; k++) columns[start + k] = first[firsts[k]] * second[seconds[k]];
  };
}

function placeWriter({ values }: Radial): BlockWriter {
  return (columns, start) => {
    for (let c = 0; c < values.length; c++) columns[start + c] = values[c];
  };
}

function placeProductWriter(
  { values: curves }: Curve,
  functions: number,
  { values: radials }: Radial,
): BlockWriter {
  return (columns, start) => {
    for (let k = 0, at = start; k < functions; k++) {
      const value = curves[k];
      for (let c = 0; c < radials.length; c++) columns[at++] = value * radials[c];
    }
  };
}
