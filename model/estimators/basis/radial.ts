import type { Table } from "../../table/table";
import { PLACE, type RadialData } from "./basis-format";

/**
 * Functions of the place, each about one centre: 1 / (1 + (d / length)^power), with d the distance to the centre in
 * degrees of latitude. They fall off slowly, so that one set of centres serves near and far.
 *
 * This is the generalised Cauchy kernel, positive definite in the plane for both powers. Source: Gneiting and
 * Schlather, "Stochastic models that separate fractal dimension and the Hurst effect", SIAM Review 46 (2004) 269-282.
 */
export class Radial {
  /** The functions at the place last given, one a centre. */
  readonly values: Float64Array;
  private readonly norths: Float64Array;
  private readonly easts: Float64Array;
  private readonly isSquared: boolean;
  private readonly inverseLength: number;
  private readonly latitude: number;
  private readonly longitude: number;

  /** @param longitudeScale - length of a degree of longitude, in degrees of latitude */
  constructor(
    readonly data: RadialData,
    private readonly longitudeScale: number,
    table: Table,
  ) {
    const { power, length, centres } = data;
    [this.latitude, this.longitude] = PLACE.map((name) => table.indexOf(name));
    this.isSquared = power === 2;
    this.inverseLength = 1 / length;
    this.norths = Float64Array.from(centres, ([latitude]) => latitude);
    this.easts = Float64Array.from(centres, ([, longitude]) => longitude * longitudeScale);
    this.values = new Float64Array(centres.length);
  }

  /** Computes {@link values} for the row that begins at `offset`. */
  update(rows: Float64Array, offset: number): void {
    this.updateAt(rows[offset + this.latitude], rows[offset + this.longitude]);
  }

  /** Computes {@link values} for a place, in degrees. */
  updateAt(latitude: number, longitude: number): void {
    const { values, norths, easts, inverseLength, isSquared } = this;
    const east = longitude * this.longitudeScale;
    for (let c = 0; c < values.length; c++) {
      const dy = (latitude - norths[c]) * inverseLength;
      const dx = (east - easts[c]) * inverseLength;
      const squared = dx * dx + dy * dy;
      values[c] = 1 / (1 + (isSquared ? squared : Math.sqrt(squared)));
    }
  }
}
