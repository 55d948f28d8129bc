import { IsOptional, ValidateBy, validateSync } from "class-validator";
import {
  describeDomain,
  FEATURES,
  type Feature,
  type FeatureValues,
  isInDomain,
  isTooLarge,
  LARGEST_MAGNITUDE,
} from "../model/features";

/** A value that breaks its feature's rule. */
export interface RuleBreak {
  readonly key: string;
  /** What was wrong, and what would be right. */
  readonly message: string;
}

/** What class-validator knows the rules by. */
class RuledFeatures {}

for (const feature of FEATURES) ruleFeature(feature);

function ruleFeature({ key, required, domain }: Feature): void {
  const rules = [
    ValidateBy({
      name: "isInDomain",
      validator: {
        validate: (value) => typeof value === "number" && isInDomain(value, domain),
        defaultMessage: (args) =>
          `${key} must be a finite number, ${describeDomain(domain)}; it is ${args?.value}.`,
      },
    }),
    ValidateBy({
      name: "isNotTooLarge",
      validator: {
        // One message a value: what is outside the domain was told so.
        validate: (value) => !isInDomain(value, domain) || !isTooLarge(value),
        defaultMessage: (args) =>
          `${key} is too large to compute with: it must be at most ${LARGEST_MAGNITUDE}; it is ${args?.value}.`,
      },
    }),
  ];
  if (!required) rules.push(IsOptional());
  for (const rule of rules) rule(RuledFeatures.prototype, key);
}

/** What of an input cannot be accepted. */
export function findRuleBreaks(values: FeatureValues): RuleBreak[] {
  const ruled = Object.assign(new RuledFeatures(), values);
  return validateSync(ruled, { validationError: { target: false, value: false } }).flatMap(
    ({ property, constraints = {} }) =>
      Object.values(constraints).map((message) => ({ key: property, message })),
  );
}
