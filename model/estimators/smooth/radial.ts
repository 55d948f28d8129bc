import type { RadialData } from "./basis-format";

/**
 * Radial functions of the location: 1 / (1 + (d / length)^power), with d the distance to the centre in degrees of latitude. Their slow
 * decay lets one set of centres serve near and far.
 *
 * This is the generalised Cauchy kernel, positive definite in the plane for both powers. Source: Gneiting and Schlather, "Stochastic
 * models that separate fractal dimension and the Hurst effect", SIAM Review 46 (2004) 269-282.
 */
export class Radial {
  readonly size: number;
  private readonly norths: Float64Array;
  private readonly easts: Float64Array;
  private readonly isSquared: boolean;
  private readonly inverseLength: number;

  /** @param longitudeScale - length of a degree of longitude, in degrees of latitude */
  constructor(
    { power, length, centres }: RadialData,
    private readonly longitudeScale: number,
  ) {
    this.size = centres.length;
    this.isSquared = power === 2;
    this.inverseLength = 1 / length;
    this.norths = Float64Array.from(centres, ([latitude]) => latitude);
    this.easts = Float64Array.from(centres, ([, longitude]) => longitude * longitudeScale);
  }

  /** Computes all functions at a location, in degrees. */
  evaluate(latitude: number, longitude: number, values: Float64Array): void {
    const { norths, easts, inverseLength, isSquared } = this;
    const east = longitude * this.longitudeScale;
    for (let c = 0; c < norths.length; c++) {
      const dy = (latitude - norths[c]) * inverseLength;
      const dx = (east - easts[c]) * inverseLength;
      const squared = dx * dx + dy * dy;
      values[c] = 1 / (1 + (isSquared ? squared : Math.sqrt(squared)));
    }
  }
}
