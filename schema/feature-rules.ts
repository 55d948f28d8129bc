import { IsOptional, ValidateBy, validateSync } from "class-validator";
import { FEATURES, type Feature, type FeatureValues } from "../model/features";
import { describeUnacceptable, isAcceptable } from "../model/table/domain";

/** A value that breaks its feature's rule. */
export interface RuleBreak {
  readonly key: string;
  /** What was wrong, and what would be right. */
  readonly message: string;
}

/** The class that class-validator keeps the rules for. */
class RuledFeatures {}

for (const feature of FEATURES) ruleFeature(feature);

/** The rule is the one that files are checked by: `isAcceptable`. */
function ruleFeature({ key, required, domain }: Feature): void {
  const rules = [
    ValidateBy({
      name: "isAcceptable",
      validator: {
        validate: (value) => typeof value === "number" && isAcceptable(value, domain),
        defaultMessage: (args) => `${key} ${describeUnacceptable(args?.value, domain, String(args?.value))}.`,
      },
    }),
  ];
  if (!required) rules.push(IsOptional());
  for (const rule of rules) rule(RuledFeatures.prototype, key);
}

/** The values of an input that cannot be accepted. */
export function findRuleBreaks(values: FeatureValues): RuleBreak[] {
  const ruled = Object.assign(new RuledFeatures(), values);
  return validateSync(ruled, { validationError: { target: false, value: false } }).flatMap(
    ({ property, constraints = {} }) =>
      Object.values(constraints).map((message) => ({ key: property, message })),
  );
}
