import { Field, Float, ObjectType } from "type-graphql";
import type { Interval } from "../model/trust/uncertainty";
import { addMoneyField } from "./money-field";
import type { TargetWords } from "./target-words";

export function definePredictionInterval(words: TargetWords) {
  @ObjectType("PredictionInterval", { description: "A prediction interval." })
  class PredictionInterval {
    @Field(() => Float, { description: `Lower bound, in ${words.unit}.` })
    readonly lower: number;

    @Field(() => Float, { description: `Upper bound, in ${words.unit}.` })
    readonly upper: number;

    @Field(() => Float, { description: "Probability that the interval contains the true value." })
    readonly coverage: number;

    constructor({ lower, upper }: Interval, coverage: number) {
      this.lower = lower;
      this.upper = upper;
      this.coverage = coverage;
    }
  }
  addMoneyField(PredictionInterval, "lower", words, "Lower bound");
  addMoneyField(PredictionInterval, "upper", words, "Upper bound");
  return PredictionInterval;
}
