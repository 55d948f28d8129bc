import { createUnionType, Field, Int, ObjectType } from "type-graphql";
import type { HousePricePredictionClass } from "./house-price-prediction.type";
import type { FieldProblem } from "./invalid-input.error";

@ObjectType({ description: "What is wrong with one value of the input." })
export class InvalidField implements FieldProblem {
  @Field(() => String, { description: "Where the value is, from the argument on: the row and the field." })
  readonly path!: string;

  @Field(() => String, { description: "What was wrong, and what would be right." })
  readonly message!: string;
}

@ObjectType({ description: "A row of a batch that cannot be predicted; the other rows are." })
export class InvalidHouseFeatures {
  @Field(() => Int, { description: "Position of the row in `inputs`, from 0." })
  readonly index: number;

  @Field(() => String, { description: "All that is wrong with the row, in words." })
  readonly message: string;

  @Field(() => [InvalidField], { description: "What is wrong, value by value." })
  readonly fields: readonly FieldProblem[];

  constructor(index: number, message: string, fields: readonly FieldProblem[]) {
    this.index = index;
    this.message = message;
    this.fields = fields;
  }
}

/** Defines the type of the answer to one row of a batch. */
export function defineHousePriceResult(HousePricePrediction: HousePricePredictionClass) {
  return createUnionType({
    name: "HousePriceResult",
    description: "The answer to one row of a batch: a prediction, or what is wrong with the row.",
    types: () => [HousePricePrediction, InvalidHouseFeatures] as const,
  });
}
