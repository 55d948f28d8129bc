import { Field, Float, ObjectType } from "type-graphql";

@ObjectType({ description: "Where the true value lies with a stated probability." })
export class PredictionInterval {
  @Field(() => Float, { description: "Lower bound, in 100,000 US dollars." })
  readonly lower!: number;

  @Field(() => Float, { description: "Upper bound, in 100,000 US dollars." })
  readonly upper!: number;

  @Field(() => Float, { description: "Probability that the true value is inside." })
  readonly coverage!: number;
}
