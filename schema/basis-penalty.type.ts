import { Field, Float, ObjectType } from "type-graphql";
import type { Penalty } from "../model/estimators/estimator-kind";

@ObjectType({ description: "How strongly some columns of a derived basis are held to be smooth." })
export class BasisPenalty implements Penalty {
  @Field(() => String, { description: "The columns, by what they are functions of." })
  readonly terms!: string;

  @Field(() => Float, {
    description:
      "Weight, in the sum that the fit makes least, of the squared norm of their part of the prediction beside the sum of squared errors.",
  })
  readonly penalty!: number;
}
