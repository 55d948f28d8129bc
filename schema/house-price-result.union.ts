import { createUnionType, Field, Int, ObjectType } from "type-graphql";
import type { HousePricePredictionClass } from "./house-price-prediction.type";
import type { FieldProblem } from "./invalid-input.error";

@ObjectType({ description: "A problem with one value of the input." })
export class InvalidField implements FieldProblem {
  @Field(() => String, { description: "Path of the value, starting at the argument." })
  readonly path!: string;

  @Field(() => String, { description: "The problem, and how to fix it." })
  readonly message!: string;
}

@ObjectType({ description: "A row of a batch that cannot be predicted." })
export class InvalidHouseFeatures {
  @Field(() => Int, { description: "Position of the row in `inputs`, from 0." })
  readonly index: number;

  @Field(() => String, { description: "All problems of the row, in one message." })
  readonly message: string;

  @Field(() => [InvalidField], { description: "The problems, one per value." })
  readonly fields: readonly FieldProblem[];

  constructor(index: number, message: string, fields: readonly FieldProblem[]) {
    this.index = index;
    this.message = message;
    this.fields = fields;
  }
}

export function defineHousePriceResult(HousePricePrediction: HousePricePredictionClass) {
  return createUnionType({
    name: "HousePriceResult",
    description: "The result for one row of a batch: a prediction, or the problems of the row.",
    types: () => [HousePricePrediction, InvalidHouseFeatures] as const,
  });
}
