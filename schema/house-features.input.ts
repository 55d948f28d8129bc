import { IsOptional, ValidateBy, validateSync } from "class-validator";
import { Field, Float, InputType } from "type-graphql";
import {
  describeDomain,
  FEATURES,
  type Feature,
  type FeatureKey,
  type FeatureValues,
  isInDomain,
  isTooLarge,
  LARGEST_MAGNITUDE,
} from "../model/features";
import { type FieldProblem, InvalidInputError } from "./invalid-input.error";

/** A GraphQL field for one feature, with the description, unit and domain that `model/features.ts` gives it. */
function FeatureField(key: FeatureKey): PropertyDecorator {
  const feature = FEATURES.find((candidate) => candidate.key === key) as Feature;
  const { description, unit, required, domain } = feature;
  return (target, property) => {
    Field(() => Float, {
      nullable: !required,
      description: `${description}. Unit: ${unit}. Must be ${describeDomain(domain)}.`,
    })(target, property);
    if (!required) IsOptional()(target, property);
    ValidateBy({
      name: "isInDomain",
      validator: {
        validate: (value) => typeof value === "number" && isInDomain(value, domain),
        defaultMessage: (args) =>
          `${key} must be a finite number, ${describeDomain(domain)}; it is ${args?.value}.`,
      },
    })(target, property);
    ValidateBy({
      name: "isNotTooLarge",
      validator: {
        // One message a value: what is outside the domain was told so.
        validate: (value) => !isInDomain(value, domain) || !isTooLarge(value),
        defaultMessage: (args) =>
          `${key} is too large to compute with: it must be at most ${LARGEST_MAGNITUDE}; it is ${args?.value}.`,
      },
    })(target, property);
  };
}

@InputType({ description: "One census block group, whose median house value is predicted." })
export class HouseFeaturesInput implements FeatureValues {
  @FeatureField("medInc")
  medInc!: number;

  @FeatureField("aveRooms")
  aveRooms!: number;

  @FeatureField("aveOccup")
  aveOccup!: number;

  @FeatureField("houseAge")
  houseAge?: number | null;

  @FeatureField("aveBedrms")
  aveBedrms?: number | null;

  @FeatureField("population")
  population?: number | null;

  @FeatureField("latitude")
  latitude?: number | null;

  @FeatureField("longitude")
  longitude?: number | null;
}

/**
 * The values of `input` that cannot be accepted.
 *
 * @param input - an instance, or any object of the same fields
 * @param path - where the input stands
 */
export function findFeatureProblems(input: HouseFeaturesInput, path: string): FieldProblem[] {
  // class-validator finds its rules by the class of what it is given.
  return validateSync(Object.assign(new HouseFeaturesInput(), input), {
    validationError: { target: false, value: false },
  }).flatMap(({ property, constraints = {} }) =>
    Object.values(constraints).map((message) => ({ path: `${path}.${property}`, message })),
  );
}

/** @throws InvalidInputError where a value cannot be accepted */
export function refuseInvalidFeatures(input: HouseFeaturesInput, path: string): void {
  const problems = findFeatureProblems(input, path);
  if (problems.length > 0) {
    throw new InvalidInputError(problems.map((problem) => problem.message).join(" "), problems);
  }
}
