import { Arg, Field, Float, Int, ObjectType } from "type-graphql";
import type { Model } from "../model/model";
import type { Table } from "../model/table/table";
import { MAX_COVERAGE, MIN_COVERAGE } from "../model/trust/uncertainty";
import { findWarnings } from "../model/trust/warnings/model-warnings";
import { defineFeatureContribution, largestContributions } from "./feature-contribution.type";
import { FeatureWarning } from "./feature-warning.type";
import { InvalidInputError } from "./invalid-input.error";
import { ModelRef } from "./model-ref.type";
import { addMoneyField } from "./money-field";
import { definePredictionInterval } from "./prediction-interval.type";
import { targetWordsOf } from "./target-words";

export function isCoverage(value: unknown): boolean {
  return typeof value === "number" && value >= MIN_COVERAGE && value <= MAX_COVERAGE;
}

/** Null and undefined ask for all contributions. */
export function isFirst(value: unknown): boolean {
  return value == null || (typeof value === "number" && value >= 1);
}

export function defineHousePricePrediction(table: Table) {
  const words = targetWordsOf(table);
  const { label, unit } = words;
  const PredictionInterval = definePredictionInterval(words);
  const FeatureContribution = defineFeatureContribution(table, words);

  /** Everything but the price is computed only if its field is requested. */
  @ObjectType("HousePricePrediction", { description: `The predicted ${label} of one row.` })
  class HousePricePrediction {
    @Field(() => Float, { description: `The prediction, in ${unit}.` })
    readonly predictedHousePrice: number;

    /**
     * @param answering - the model that answers
     * @param rows - in the layout of the table
     */
    constructor(
      private readonly answering: Model,
      private readonly rows: Float64Array,
      private readonly offset: number,
    ) {
      this.predictedHousePrice = answering.predict(rows, offset);
    }

    @Field(() => Float, {
      description: `The prediction before it is clipped to the range of the training target, in ${unit}; equal to the prediction if the model does not clip.`,
    })
    get unclippedHousePrice(): number {
      return this.answering.predictUnclipped(this.rows, this.offset);
    }

    @Field(() => PredictionInterval, {
      description: `Prediction interval, in ${unit}.`,
    })
    interval(
      @Arg("coverage", () => Float, {
        defaultValue: 0.9,
        description: `Probability that the interval contains the true value, from ${MIN_COVERAGE} to ${MAX_COVERAGE}.`,
      })
      coverage: number,
    ) {
      if (!isCoverage(coverage)) {
        throw refused("coverage", `must be from ${MIN_COVERAGE} to ${MAX_COVERAGE}; it is ${coverage}`);
      }
      return new PredictionInterval(this.answering.interval(this.rows, this.offset, coverage), coverage);
    }

    @Field(() => Float, {
      description: `The mean prediction over the training rows (for a linear model, the prediction at the training means), in ${unit}: the starting point of the contributions.`,
    })
    get baseline(): number {
      return this.answering.baseline;
    }

    @Field(() => [FeatureContribution], {
      description: "Contributions of the features; with the baseline, they add up to `unclippedHousePrice`.",
    })
    contributions(
      @Arg("first", () => Int, {
        nullable: true,
        description:
          "Number of contributions to list, at least 1: the largest first, then all others as one. If omitted, all are listed in the model's order.",
      })
      first: number | null,
    ) {
      if (!isFirst(first)) throw refused("first", `must be 1 or greater; it is ${first}`);
      const { answering, rows, offset } = this;
      const all = answering.contributions(rows, offset);
      const told = first == null ? all : largestContributions(all, first);
      return told.map((each) => new FeatureContribution(each, rows, offset));
    }

    @Field(() => [FeatureWarning], {
      description: "Reasons to trust this prediction less; empty if there are none.",
    })
    get warnings(): FeatureWarning[] {
      return findWarnings(this.answering, this.rows, this.offset);
    }

    @Field(() => ModelRef, { description: "The model that made the prediction." })
    get model(): ModelRef {
      return new ModelRef(this.answering);
    }
  }
  addMoneyField(HousePricePrediction, "predictedHousePrice", words, "The prediction");
  addMoneyField(HousePricePrediction, "baseline", words, "The baseline");
  return HousePricePrediction;
}

export type HousePricePredictionClass = ReturnType<typeof defineHousePricePrediction>;
export type HousePricePrediction = InstanceType<HousePricePredictionClass>;

function refused(argument: string, what: string): InvalidInputError {
  const message = `${argument} ${what}.`;
  return new InvalidInputError(message, [{ path: argument, message }]);
}
