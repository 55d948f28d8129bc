import { clip } from "../../range";
import type { Location } from "../../table/table";
import type { LocationData } from "./basis-format";
import { GridAxis } from "./grid-axis";
import { Radial } from "./radial";

/** Radial functions of the location alone, or those multiplied with features. */
export type RadialName = keyof LocationData["radials"];

/**
 * Functions of the location. They are computed at the nodes of a grid, denser where houses are, and bilinear in between. So a weighted
 * sum of a thousand functions costs as much as one: each node is computed once, on first use.
 */
export class LocationGrid {
  /** The four nodes around the location. */
  readonly nodes = new Int32Array(4);
  /** Interpolation weights of these nodes. */
  readonly weights = new Float64Array(4);
  readonly size: number;
  private readonly latitudes: GridAxis;
  private readonly longitudes: GridAxis;
  private readonly radials: Readonly<Record<RadialName, Radial>>;

  /** @param location - positions in a row */
  constructor(
    { longitudeScale, grid, radials }: LocationData,
    readonly location: Location,
  ) {
    this.latitudes = new GridAxis(grid.latitudes);
    this.longitudes = new GridAxis(grid.longitudes);
    this.size = grid.latitudes.length * grid.longitudes.length;
    this.radials = {
      alone: new Radial(radials.alone, longitudeScale),
      products: new Radial(radials.products, longitudeScale),
    };
  }

  /** Reads the row at `offset`. Beyond the grid, functions are constant; a missing location is at the middle lines. */
  read(rows: Float64Array, offset: number): void {
    const { latitudes, longitudes, nodes, weights } = this;
    latitudes.find(rows[offset + this.location.latitude]);
    longitudes.find(rows[offset + this.location.longitude]);
    const width = longitudes.lines.length;
    const first = latitudes.cell * width + longitudes.cell;
    const north = clip(latitudes.fraction, 0, 1);
    const east = clip(longitudes.fraction, 0, 1);
    nodes[0] = first;
    nodes[1] = first + 1;
    nodes[2] = first + width;
    nodes[3] = first + width + 1;
    weights[0] = (1 - north) * (1 - east);
    weights[1] = (1 - north) * east;
    weights[2] = north * (1 - east);
    weights[3] = north * east;
  }

  radial(name: RadialName): Radial {
    return this.radials[name];
  }

  evaluateAt(node: number, name: RadialName, values: Float64Array): void {
    const width = this.longitudes.lines.length;
    const latitude = this.latitudes.lines[Math.floor(node / width)];
    this.radials[name].evaluate(latitude, this.longitudes.lines[node % width], values);
  }

  /** Writes radial functions at the location read last. */
  write(name: RadialName, values: Float64Array, start: number): void {
    const { nodes, weights } = this;
    const { size } = this.radials[name];
    const atNode = new Float64Array(size);
    values.fill(0, start, start + size);
    for (let corner = 0; corner < nodes.length; corner++) {
      this.evaluateAt(nodes[corner], name, atNode);
      for (let c = 0; c < size; c++) values[start + c] += weights[corner] * atNode[c];
    }
  }
}
