import { Arg, Field, Float, Int, ObjectType } from "type-graphql";
import { FEATURES, TARGET } from "../model/features";
import type { Model } from "../model/model";
import { MAX_COVERAGE, MIN_COVERAGE } from "../model/trust/uncertainty";
import { findWarnings } from "../model/trust/warnings/model-warnings";
import { FeatureContribution } from "./feature-contribution.type";
import { FeatureWarning } from "./feature-warning.type";
import { InvalidInputError } from "./invalid-input.error";
import { PredictionInterval } from "./prediction-interval.type";

/** Whether a value can be the coverage of an interval. */
export function isCoverage(value: unknown): boolean {
  return typeof value === "number" && value >= MIN_COVERAGE && value <= MAX_COVERAGE;
}

@ObjectType({ description: "The model that answered." })
export class ModelRef {
  @Field(() => String, { description: "The model's name." })
  readonly name: string;

  @Field(() => Int, { description: "Its version." })
  readonly version: number;

  @Field(() => String, { description: "SHA-256 of its file, in hexadecimal." })
  readonly sha256: string;

  constructor({ file, sha256 }: Model) {
    this.name = file.name;
    this.version = file.version;
    this.sha256 = sha256;
  }
}

/**
 * One row's prediction. What is not the price itself is computed when its field is asked for, and not otherwise.
 */
@ObjectType({ description: "The predicted median house value of one census block group." })
export class HousePricePrediction {
  @Field(() => Float, { description: "The prediction, in 100,000 US dollars of 1990." })
  readonly predictedHousePrice: number;

  /**
   * @param answering - the model that answers
   * @param rows - rows of features, in the layout of `model/features.ts`
   * @param offset - where in `rows` this prediction's row begins
   */
  constructor(
    private readonly answering: Model,
    private readonly rows: Float64Array,
    private readonly offset: number,
  ) {
    this.predictedHousePrice = answering.predict(rows, offset);
  }

  @Field(() => Float, { description: "The prediction, in US dollars of 1990." })
  get predictedHousePriceUsd(): number {
    return this.predictedHousePrice * TARGET.dollars;
  }

  @Field(() => Float, {
    description:
      "The prediction before it is clipped to the range of the training target, in 100,000 US dollars; the same where the model does not clip.",
  })
  get unclippedHousePrice(): number {
    return this.answering.predictUnclipped(this.rows, this.offset);
  }

  @Field(() => PredictionInterval, {
    description: "Where the true value lies with a stated probability, in 100,000 US dollars.",
  })
  interval(
    @Arg("coverage", () => Float, {
      defaultValue: 0.9,
      description: `Probability that the true value is inside, from ${MIN_COVERAGE} to ${MAX_COVERAGE}.`,
    })
    coverage: number,
  ): PredictionInterval {
    if (!isCoverage(coverage)) {
      const message = `coverage must be from ${MIN_COVERAGE} to ${MAX_COVERAGE}; it is ${coverage}.`;
      throw new InvalidInputError(message, [{ path: "coverage", message }]);
    }
    return { ...this.answering.interval(this.rows, this.offset, coverage), coverage };
  }

  @Field(() => Float, {
    description:
      "The mean prediction over the training rows (for a linear model, the prediction at the training means), in 100,000 US dollars: where the contributions start from.",
  })
  get baseline(): number {
    return this.answering.baseline;
  }

  @Field(() => [FeatureContribution], {
    description:
      "What moved the prediction away from the baseline; with it they add up to `unclippedHousePrice`.",
  })
  get contributions(): FeatureContribution[] {
    return this.answering.contributions(this.rows, this.offset).map(({ features, label, contribution }) => ({
      features: features.map((position) => FEATURES[position].key),
      label,
      value: features.length === 1 ? this.rows[this.offset + features[0]] : null,
      contribution,
    }));
  }

  @Field(() => [FeatureWarning], {
    description: "Why this prediction deserves less trust; empty where nothing stands out.",
  })
  get warnings(): FeatureWarning[] {
    return findWarnings(this.answering, this.rows, this.offset);
  }

  @Field(() => ModelRef, { description: "The model that answered." })
  get model(): ModelRef {
    return new ModelRef(this.answering);
  }
}
