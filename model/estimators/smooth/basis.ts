import type { Table } from "../../table/table";
import type { BasisData, BlockData } from "./basis-format";
import { labelOf } from "./block-label";
import type { Block } from "./blocks/block";
import { categoryBlock } from "./blocks/category-block";
import { categoryProductBlock } from "./blocks/category-product-block";
import { curveBlock } from "./blocks/curve-block";
import { locationBlock } from "./blocks/location-block";
import { locationProductBlock } from "./blocks/location-product-block";
import { missingBlock } from "./blocks/missing-block";
import { productBlock } from "./blocks/product-block";
import { similarityBlock } from "./blocks/similarity-block";
import { CategoryReader } from "./category-reader";
import { Curve } from "./curve";
import { LocationGrid } from "./location-grid";
import type { RowPlace } from "./row-place";

/** A block with the position of its columns in the basis. */
export interface PlacedBlock extends Block {
  readonly data: BlockData;
  readonly start: number;
}

/** Evaluates a basis, in training and in serving. An instance handles one row at a time. */
export class Basis {
  readonly size: number;
  readonly blocks: readonly PlacedBlock[];
  readonly grid: LocationGrid | undefined;
  private readonly row: RowPlace = { rows: new Float64Array(), offset: 0 };
  private readonly curves = new Map<string, Curve>();
  private readonly categories = new Map<string, CategoryReader>();
  private readonly readers: readonly { read(rows: Float64Array, offset: number): void }[];

  constructor(
    readonly data: BasisData,
    private readonly table: Table,
  ) {
    const { curves, location, blocks } = data;
    for (const curve of curves) {
      const { feature } = curve;
      this.curves.set(feature, new Curve(curve, table.indexOf(feature)));
    }
    for (const block of blocks) {
      if (block.kind !== "category" && block.kind !== "category-product") continue;
      const { feature } = block;
      this.categories.set(feature, new CategoryReader(table.indexOf(feature)));
    }
    if (location) {
      const { latitude, longitude } = location;
      this.grid = new LocationGrid(location, {
        latitude: table.indexOf(latitude),
        longitude: table.indexOf(longitude),
      });
    }
    this.readers = [...this.curves.values(), ...this.categories.values(), ...(this.grid ? [this.grid] : [])];
    let size = 0;
    this.blocks = blocks.map((block) => {
      const placed = { ...this.blockOf(block), data: block, start: size };
      size += placed.size;
      return placed;
    });
    this.size = size;
  }

  /** Reads the row at `offset`, which must not change until its results are computed. */
  read(rows: Float64Array, offset: number): void {
    this.row.rows = rows;
    this.row.offset = offset;
    const { readers } = this;
    for (let i = 0; i < readers.length; i++) readers[i].read(rows, offset);
  }

  /**
   * Writes the columns of the row read last.
   *
   * @param columns - receives {@link size} values at `start`
   */
  write(columns: Float64Array, start = 0): void {
    for (const block of this.blocks) block.write(columns, start + block.start);
  }

  private blockOf(block: BlockData): Block {
    const { table, row } = this;
    const label = labelOf(block, table);
    const position = (feature: string) => table.indexOf(feature);
    switch (block.kind) {
      case "curve":
        return curveBlock(this.curveOf(block.feature), label);
      case "missing":
        return missingBlock(row, position(block.feature), block.share, label);
      case "category":
        return categoryBlock(this.readerOf(block.feature), position(block.feature), block.categories, label);
      case "location":
        return locationBlock(this.gridOf(), label);
      case "product": {
        const [first, second] = block.features;
        return productBlock(this.curveOf(first), this.curveOf(second), block, label);
      }
      case "location-product":
        return locationProductBlock(this.curveOf(block.feature), block.functions, this.gridOf(), label);
      case "category-product":
        return categoryProductBlock(
          this.readerOf(block.feature),
          position(block.feature),
          this.curveOf(block.number),
          block.categories,
          label,
        );
      case "similarity":
        return similarityBlock(
          row,
          block,
          block.features.map(({ feature }) => this.curveOf(feature)),
          label,
        );
    }
  }

  private curveOf(feature: string): Curve {
    const curve = this.curves.get(feature);
    if (!curve) throw new TypeError(`The basis has no curve of ${feature}.`);
    return curve;
  }

  private readerOf(feature: string): CategoryReader {
    const reader = this.categories.get(feature);
    if (!reader) throw new TypeError(`The basis does not read ${feature}.`);
    return reader;
  }

  private gridOf(): LocationGrid {
    if (!this.grid) throw new TypeError("The basis has no location.");
    return this.grid;
  }
}
