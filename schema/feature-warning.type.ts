import { Field, Float, ObjectType, registerEnumType } from "type-graphql";
import { WARNING_KINDS, type WarningCode } from "../model/trust/warnings/warning-kinds";

/** An enum object for type-graphql. */
const WarningCodeEnum = Object.fromEntries(WARNING_KINDS.map(({ code }) => [code, code]));

registerEnumType(WarningCodeEnum, {
  name: "WarningCode",
  description: "A reason to trust a prediction less.",
  valuesConfig: Object.fromEntries(
    WARNING_KINDS.map(({ code, meaning }) => [code, { description: meaning }]),
  ),
});

@ObjectType({ description: "An inclusive range of values." })
export class ValueRange {
  @Field(() => Float, { description: "Smallest value." })
  readonly min!: number;

  @Field(() => Float, { description: "Largest value." })
  readonly max!: number;
}

@ObjectType({ description: "A reason to trust a prediction less." })
export class FeatureWarning {
  @Field(() => WarningCodeEnum, { description: "The kind of warning; codes are stable." })
  readonly code!: WarningCode;

  @Field(() => String, {
    nullable: true,
    description:
      "The feature, by its name in `HouseFeaturesInput`; null if the warning is about all of them.",
  })
  readonly feature?: string;

  @Field(() => Float, {
    description:
      "The value that caused the warning. `FEATURE_OUT_OF_RANGE`: the feature, in its unit. `UNUSUAL_COMBINATION`: the Mahalanobis distance. `FAR_FROM_TRAINING_PLACES`: the distance in kilometres. `FEATURE_MISSING` and `UNKNOWN_CATEGORY`: the number of such training rows. Predictions: in the target's unit.",
  })
  readonly value!: number;

  @Field(() => ValueRange, { description: "The range in the training rows, in the unit of `value`." })
  readonly range!: ValueRange;

  @Field(() => String, { description: "The warning as a sentence." })
  readonly message!: string;
}
