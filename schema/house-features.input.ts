import { IsOptional, ValidateBy, validateSync } from "class-validator";
import { Field, Float, InputType } from "type-graphql";
import {
  describeDomain,
  FEATURES,
  type Feature,
  type FeatureKey,
  type FeatureValues,
  isInDomain,
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

/** The values of `input` that are outside their feature's domain; `path` is where the input stands. */
export function findFeatureProblems(input: HouseFeaturesInput, path: string): FieldProblem[] {
  return validateSync(input, { validationError: { target: false, value: false } }).flatMap(
    ({ property, constraints = {} }) =>
      Object.values(constraints).map((message) => ({ path: `${path}.${property}`, message })),
  );
}

/** @throws InvalidInputError where a value is outside its feature's domain */
export function refuseInvalidFeatures(input: HouseFeaturesInput, path: string): void {
  const problems = findFeatureProblems(input, path);
  if (problems.length > 0) {
    throw new InvalidInputError(problems.map((problem) => problem.message).join(" "), problems);
  }
}
