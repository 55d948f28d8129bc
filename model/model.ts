import { FEATURE_COUNT, type FeatureSet, featureIndex, featureSetOf } from "./features";
import type { ModelFile } from "./format";
import { createPredictor, type Predictor } from "./predictor";

/** A model that can answer: the file it was read from, and the predictor that the file describes. */
export class Model {
  /** The features that an input must carry. */
  readonly features: FeatureSet;
  private readonly predictor: Predictor;

  /**
   * @param file - a checked model file
   * @param sha256 - SHA-256 of the file's bytes: what tells one model from another of the same name and version
   */
  constructor(
    readonly file: ModelFile,
    readonly sha256: string,
  ) {
    const columns = file.features.map((feature) => feature.name);
    this.features = featureSetOf(columns);
    this.predictor = createPredictor(columns, file.estimator);
  }

  /** Name and version, as people write them: `linear@2`. */
  get id(): string {
    return `${this.file.name}@${this.file.version}`;
  }

  /** Prediction, in the target's unit, for the row of `rows` that begins at `offset`. */
  predict(rows: Float64Array, offset = 0): number {
    return this.predictor.predict(rows, offset);
  }

  /** Prediction for values in the order of the model's own features. */
  predictValues(values: readonly number[]): number {
    const row = new Float64Array(FEATURE_COUNT).fill(Number.NaN);
    this.file.features.forEach(({ name }, i) => {
      row[featureIndex(name)] = values[i];
    });
    return this.predict(row);
  }
}
