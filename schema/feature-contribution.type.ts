import { Field, Float, ObjectType } from "type-graphql";

@ObjectType({ description: "What one feature, or several that act together, add to the baseline." })
export class FeatureContribution {
  @Field(() => [String], { description: "The features, by their names in `HouseFeaturesInput`." })
  readonly features!: string[];

  @Field(() => String, { description: "Name of the group." })
  readonly label!: string;

  @Field(() => Float, {
    nullable: true,
    description: "Value of the feature, in its unit; null where several features act together.",
  })
  readonly value!: number | null;

  @Field(() => Float, { description: "What it adds to the prediction, in 100,000 US dollars." })
  readonly contribution!: number;
}
