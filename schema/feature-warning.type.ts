import { Field, Float, ObjectType, registerEnumType } from "type-graphql";
import { WARNING_KINDS, type WarningCode } from "../model/trust/warnings/warning-kinds";

/** The codes as an enum object, in the form that type-graphql reads. */
const WarningCodeEnum = Object.fromEntries(WARNING_KINDS.map(({ code }) => [code, code]));

registerEnumType(WarningCodeEnum, {
  name: "WarningCode",
  description: "Why a prediction deserves less trust.",
  valuesConfig: Object.fromEntries(
    WARNING_KINDS.map(({ code, meaning }) => [code, { description: meaning }]),
  ),
});

@ObjectType({ description: "A range of values, both ends included, in the unit of what it is about." })
export class ValueRange {
  @Field(() => Float, { description: "Smallest value." })
  readonly min!: number;

  @Field(() => Float, { description: "Largest value." })
  readonly max!: number;
}

@ObjectType({ description: "Why a prediction deserves less trust." })
export class FeatureWarning {
  @Field(() => WarningCodeEnum, { description: "What kind of warning it is; codes are stable." })
  readonly code!: WarningCode;

  @Field(() => String, {
    nullable: true,
    description: "The feature, by its name in `HouseFeaturesInput`; null where it is about all of them.",
  })
  readonly feature?: string;

  @Field(() => Float, {
    description:
      "What was found: in the feature's unit; of an unusual combination its Mahalanobis distance, which has no unit; of a far place kilometres; of a missing feature or an unknown category the number of training rows like it; of a prediction the target's unit.",
  })
  readonly value!: number;

  @Field(() => ValueRange, { description: "What was seen in training, in the unit of `value`." })
  readonly range!: ValueRange;

  @Field(() => String, { description: "The warning in words." })
  readonly message!: string;
}
