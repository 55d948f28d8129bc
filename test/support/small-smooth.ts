import type { BasisData } from "../../model/estimators/smooth/basis-format";
import { basisSize } from "../../model/estimators/smooth/basis-size";
import type { SmoothEstimator } from "../../model/estimators/smooth/smooth-format";
import type { TrainedFeature } from "../../model/file/trained-feature";
import { curveData, LOCATION_DATA } from "./small-basis";

/** A block of every kind, of the features of `HOUSES`, and their columns: 3 + 3 + 1 + 2 + 2 + 3 + 6 + 1 + 2 = 23. */
export const SMALL_BASIS: BasisData = {
  curves: [curveData("Area"), curveData("Rooms", { mean: 3, scale: 2 })],
  location: LOCATION_DATA,
  blocks: [
    { kind: "curve", feature: "Area" },
    { kind: "curve", feature: "Rooms" },
    { kind: "missing", feature: "Garden", share: 0.25 },
    { kind: "category", feature: "Style", categories: [0, 2] },
    { kind: "location" },
    { kind: "product", features: ["Area", "Rooms"], functions: 2, degree: 1 },
    { kind: "location-product", feature: "Area", functions: 2 },
    { kind: "category-product", feature: "Heating", number: "Rooms", categories: [1] },
    {
      kind: "similarity",
      features: [
        { feature: "Area", weight: 1 },
        { feature: "Rooms", weight: 3 },
      ],
      length: 2,
      centres: [
        [0, 0],
        [1.5, -6],
      ],
    },
  ],
};

const NUMBER = { min: 0, max: 40, mean: 10, quantiles: [], missing: 0 };

/** The features that it reads. */
export const SMALL_FEATURES: readonly TrainedFeature[] = [
  { name: "North", ...NUMBER },
  { name: "East", ...NUMBER },
  { name: "Area", ...NUMBER },
  { name: "Rooms", ...NUMBER },
  { name: "Garden", ...NUMBER, missing: 1 },
  { name: "Style", counts: [5, 3, 2], missing: 0 },
  { name: "Heating", counts: [4, 5], missing: 1 },
];

/** Fitted to nothing: coefficients from -0.3 to 0.3 in turn, so that each block has a part in every prediction. */
export function smallSmooth(changes: Partial<SmoothEstimator> = {}): SmoothEstimator {
  const { basis = SMALL_BASIS } = changes;
  return {
    kind: "smooth",
    scale: { kind: "identity" },
    basis,
    penalties: {
      curve: 1,
      missing: 2,
      category: 3,
      location: 4,
      product: 5,
      "location-product": 6,
      "category-product": 7,
      similarity: 8,
    },
    trials: [{ scale: "identity", factor: 1, through: "similarity", rmse: 1 }],
    clip: { min: 1, max: 1e9 },
    contributions: basis.blocks.map((_, b) => ({ mean: b / 100, deviation: ((b * 5) % 9) / 10 })),
    intercept: 0.5,
    coefficients: Array.from({ length: basisSize(basis) }, (_, k) => ((k % 7) - 3) / 10),
    ...changes,
  };
}
