import { Field, Float, ObjectType } from "type-graphql";
import type { Penalty } from "../model/estimators/estimator-kind";

@ObjectType({ description: "The penalty on a block of columns in a derived basis." })
export class BasisPenalty implements Penalty {
  @Field(() => String, { description: "The features that the block is a function of." })
  readonly terms!: string;

  @Field(() => Float, {
    description: "Penalty weight of this block (λ).",
  })
  readonly penalty!: number;
}
