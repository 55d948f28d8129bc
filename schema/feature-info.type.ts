import { Field, Float, ObjectType } from "type-graphql";
import type { Table } from "../model/table/table";

/** If a table has categories, the range is nullable. */
export function defineFeatureInfo(table: Table) {
  const nullable = table.features.some(({ kind }) => kind === "category");
  const ofNumbers = nullable ? "; null for categories" : "";

  @ObjectType("FeatureInfo", {
    description: "A feature that the model reads, with its statistics in the training rows.",
  })
  class FeatureInfo {
    @Field(() => String, { description: "Its name in `HouseFeaturesInput`." })
    readonly name!: string;

    @Field(() => String, { description: "Its column name in the data set." })
    readonly column!: string;

    @Field(() => String, { description: "Its description." })
    readonly description!: string;

    @Field(() => String, { description: "Its unit." })
    readonly unit!: string;

    @Field(() => Boolean, { description: "Whether `HouseFeaturesInput` requires it." })
    readonly required!: boolean;

    @Field(() => Float, {
      nullable,
      description: `Smallest value in the training rows, in the feature's unit${ofNumbers}.`,
    })
    readonly min!: number | null;

    @Field(() => Float, {
      nullable,
      description: `Largest value in the training rows, in the feature's unit${ofNumbers}.`,
    })
    readonly max!: number | null;

    @Field(() => Float, {
      nullable,
      description: `Mean of the training rows, in the feature's unit${ofNumbers}.`,
    })
    readonly mean!: number | null;

    @Field(() => Float, {
      nullable: true,
      description:
        "Change of the prediction, in the target's unit, per unit of the feature; null for a derived basis.",
    })
    readonly coefficient!: number | null;
  }
  return FeatureInfo;
}

export type FeatureInfo = InstanceType<ReturnType<typeof defineFeatureInfo>>;
