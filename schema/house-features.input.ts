import { Field, Float, InputType } from "type-graphql";
import { type FeatureKey, type FeatureValues, featureOf } from "../model/features";
import { describeDomain } from "../model/table/domain";
import { type FieldProblem, InputProblem } from "./invalid-input.error";

/** A GraphQL field for one feature, with the description, unit and domain that `model/features.ts` gives it. */
function FeatureField(key: FeatureKey): PropertyDecorator {
  const { description, unit, required, domain } = featureOf(key);
  return (target, property) => {
    Field(() => Float, {
      nullable: !required,
      description: `${description}. Unit: ${unit}. Must be ${describeDomain(domain)}.`,
    })(target, property);
  };
}

@InputType({ description: "One census block group, whose median house value is predicted." })
export class HouseFeaturesInput implements FeatureValues {
  readonly [key: string]: number | null | undefined;

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
 * @param path - where the input stands
 */
export function findFeatureProblems(input: FeatureValues, path: string): FieldProblem[] {
  return loadFeatureRules()
    .findRuleBreaks(input)
    .map(({ key, message }) => ({ path: `${path}.${key}`, message }));
}

/** What is wrong where values of `input` cannot be accepted. */
export function findInvalidFeatures(input: FeatureValues, path: string): InputProblem | undefined {
  const problems = findFeatureProblems(input, path);
  if (problems.length === 0) return undefined;
  return new InputProblem(problems.map((problem) => problem.message).join(" "), problems);
}

/** class-validator is loaded for the first bad row: it takes a fifth of the time of a start, and some 10 MB. */
function loadFeatureRules(): typeof import("./feature-rules") {
  return require("./feature-rules");
}
