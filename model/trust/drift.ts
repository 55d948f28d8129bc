import { FEATURES, type FeatureKey, featureIndex } from "../features";
import type { Model } from "../model";
import type { WarningCode } from "./warnings";

/** What is unusual about a row, as bits that {@link DriftDetector.describe} reads; 0 for an ordinary row. */
export type Findings = number;

/** One thing that is unusual about a row. */
export interface Finding {
  readonly code: WarningCode;
  /** The feature that it is about, if it is about one. */
  readonly feature?: FeatureKey;
}

/**
 * Decides which warnings a row deserves, in a fraction of the time that the prediction takes: metrics and commands count
 * the warnings of every row. `findWarnings` of `warnings.ts` puts the findings into words.
 */
export interface DriftDetector {
  /**
   * @param rows - rows of features, in the layout of `features.ts`
   * @param offset - where in `rows` the row begins
   * @param prediction - the model's prediction for it, clipped or not, in the target's unit
   */
  inspect(rows: Float64Array, offset: number, prediction: number): Findings;

  /** The findings one by one: features in the model's order, then the row as a whole, then the prediction. */
  describe(findings: Findings): Finding[];
}

const detectors = new WeakMap<Model, DriftDetector>();

/** The detector of a model; it is made once. */
export function driftDetector(model: Model): DriftDetector {
  const known = detectors.get(model);
  if (known) return known;
  const detector = createDetector(model);
  detectors.set(model, detector);
  return detector;
}

function createDetector(model: Model): DriftDetector {
  const { features, novelty, target } = model.file;
  const positions = Int32Array.from(features, ({ name }) => featureIndex(name));
  const minima = Float64Array.from(features, ({ min }) => min);
  const maxima = Float64Array.from(features, ({ max }) => max);
  const farthest = novelty.places?.threshold ?? Infinity;
  const { placeDistance } = model;

  // One bit a feature, and three above them.
  const unusualCombination = 1 << features.length;
  const farPlace = unusualCombination << 1;
  const predictionOutOfRange = farPlace << 1;

  return {
    inspect(rows, offset, prediction) {
      let findings = 0;
      for (let i = 0; i < positions.length; i++) {
        const value = rows[offset + positions[i]];
        if (!(value >= minima[i] && value <= maxima[i])) findings |= 1 << i;
      }
      if (model.distance(rows, offset) > novelty.threshold) findings |= unusualCombination;
      if (placeDistance && placeDistance(rows, offset, farthest) > farthest) findings |= farPlace;
      // A prediction strictly inside the range was not clipped; any other is computed again without clipping.
      if (!(prediction > target.min && prediction < target.max)) {
        const unclipped = model.predictUnclipped(rows, offset);
        if (!(unclipped >= target.min && unclipped <= target.max)) findings |= predictionOutOfRange;
      }
      return findings;
    },
    describe(findings) {
      const found: Finding[] = [];
      positions.forEach((position, i) => {
        if (findings & (1 << i))
          found.push({ code: "FEATURE_OUT_OF_RANGE", feature: FEATURES[position].key });
      });
      if (findings & unusualCombination) found.push({ code: "UNUSUAL_COMBINATION" });
      if (findings & farPlace) found.push({ code: "FAR_FROM_TRAINING_PLACES" });
      if (findings & predictionOutOfRange) {
        found.push({ code: model.isClipped ? "PREDICTION_CLIPPED" : "PREDICTION_OUT_OF_RANGE" });
      }
      return found;
    },
  };
}
