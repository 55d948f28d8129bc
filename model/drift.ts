import { FEATURES, featureIndex } from "./features";
import type { Model } from "./model";
import type { Warning } from "./warnings";

/** What is unusual about a row, as bits of which {@link DriftDetector.describe} knows the meaning; 0 for an ordinary row. */
export type Findings = number;

/**
 * Finds what `findWarnings` of `warnings.ts` warns of, without a word of text: in a fraction of the time that the prediction
 * takes, so that it can look at every row that is predicted, whether or not the caller asks for warnings.
 */
export interface DriftDetector {
  /**
   * @param rows - rows of features, in the layout of `features.ts`
   * @param offset - where in `rows` the row begins
   * @param prediction - what the model predicts for it, in the target's unit
   */
  inspect(rows: Float64Array, offset: number, prediction: number): Findings;

  /** The warnings that the findings stand for, in the order in which `findWarnings` gives them. */
  describe(findings: Findings): Pick<Warning, "code" | "feature">[];
}

export function driftDetector(model: Model): DriftDetector {
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
      // Strictly inside nothing was clipped, so the prediction is what the warning looks at; else it is computed anew.
      if (!(prediction > target.min && prediction < target.max)) {
        const unclipped = model.predictUnclipped(rows, offset);
        if (!(unclipped >= target.min && unclipped <= target.max)) findings |= predictionOutOfRange;
      }
      return findings;
    },
    describe(findings) {
      const found: Pick<Warning, "code" | "feature">[] = [];
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
