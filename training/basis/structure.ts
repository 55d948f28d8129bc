import type { CurveData } from "../../model/estimators/basis/basis-format";
import type { FeatureColumn } from "../../model/features";

/**
 * What the basis of `spatial` is made of; `docs/SPATIAL.md` says why. How strongly each kind of block is penalised is
 * not here: `npm run tune` chooses that.
 */
export interface Structure {
  /** The features that have curves, and what is done to each first. */
  readonly curves: readonly Pick<CurveData, "feature" | "transform">[];
  /** Standardised features are clipped to ± this. */
  readonly limit: number;
  /** Knots of each feature's curves, and so their number. */
  readonly knots: number;
  /** Length scale of the curves' kernel, in standard deviations. */
  readonly curveLength: number;
  /** Products take so many curves of each of two features, … */
  readonly productCurves: number;
  /** … the sum of whose positions is at most this. */
  readonly productDegree: number;
  /** Length of a degree of longitude, in degrees of latitude: the cosine of California's middle latitude. */
  readonly longitudeScale: number;
  /** Radial functions of the place alone; the length is in degrees of latitude. */
  readonly place: { readonly centres: number; readonly length: number };
  /** Radial functions of the place that are multiplied by the first curves of some features. */
  readonly placeProducts: {
    readonly features: readonly FeatureColumn[];
    readonly curves: number;
    readonly centres: number;
    readonly length: number;
  };
}

export const STRUCTURE: Structure = {
  curves: [
    { feature: "MedInc", transform: "log" },
    { feature: "HouseAge", transform: "identity" },
    { feature: "AveRooms", transform: "log" },
    { feature: "AveBedrms", transform: "log" },
    { feature: "Population", transform: "log" },
    { feature: "AveOccup", transform: "log" },
  ],
  limit: 3,
  knots: 6,
  curveLength: 3,
  productCurves: 4,
  productDegree: 4,
  longitudeScale: 0.8,
  place: { centres: 600, length: 1 },
  placeProducts: {
    features: ["MedInc", "AveOccup", "Population", "HouseAge"],
    curves: 2,
    centres: 30,
    length: 0.8,
  },
};
