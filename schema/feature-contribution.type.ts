import { Field, Float, ObjectType } from "type-graphql";
import type { Contribution } from "../model/model";
import type { Table } from "../model/table/table";
import { addMoneyField } from "./money-field";
import type { TargetWords } from "./target-words";

export function defineFeatureContribution(table: Table, words: TargetWords) {
  @ObjectType("FeatureContribution", {
    description: "Contribution of a feature, or of a group of interacting features, to a prediction.",
  })
  class FeatureContribution {
    @Field(() => Float, { description: `The amount that it adds to the prediction, in ${words.unit}.` })
    readonly contribution: number;

    /** @param rows - in the layout of the table */
    constructor(
      private readonly group: Contribution,
      private readonly rows: Float64Array,
      private readonly offset: number,
    ) {
      this.contribution = group.contribution;
    }

    @Field(() => Float, {
      nullable: true,
      description:
        "The factor that multiplies the prediction: 1.12 raises it by 12 %. Null for additive models.",
    })
    get factor(): number | null {
      return this.group.factor ?? null;
    }

    @Field(() => [String], { description: "The features, by their names in `HouseFeaturesInput`." })
    get features(): string[] {
      return this.group.features.map((position) => table.features[position].apiName);
    }

    @Field(() => String, { description: "Its readable name." })
    get label(): string {
      return this.group.label;
    }

    @Field(() => Float, {
      nullable: true,
      description:
        "Value of the feature, in its unit (dates in days since 1970-01-01); null if it is a category or missing, or for several features.",
    })
    get value(): number | null {
      const { features } = this.group;
      if (features.length !== 1 || table.features[features[0]].kind === "category") return null;
      const value = this.rows[this.offset + features[0]];
      return Number.isNaN(value) ? null : value;
    }

    @Field(() => String, {
      nullable: true,
      description:
        "Value of the feature as text: a number, a category or a date; null if it is missing, or for several features.",
    })
    get displayValue(): string | null {
      const { features } = this.group;
      if (features.length !== 1) return null;
      const column = table.features[features[0]];
      const value = this.rows[this.offset + features[0]];
      if (Number.isNaN(value) || (column.kind === "category" && value < 0)) return null;
      if (column.kind === "boolean") return String(value === 1);
      return column.type.show?.(value) ?? String(value);
    }
  }
  addMoneyField(FeatureContribution, "contribution", words, "The amount that it adds to the prediction");
  return FeatureContribution;
}

/**
 * The `first` largest contributions by magnitude, and the others combined into one.
 *
 * @returns contributions, possibly of new groups
 */
export function largestContributions(
  contributions: readonly Contribution[],
  first: number,
): readonly Contribution[] {
  const sorted = contributions.toSorted((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
  if (sorted.length <= first + 1) return sorted;
  const others = sorted.slice(first);
  const rest: Contribution = {
    features: [...new Set(others.flatMap(({ features }) => features))],
    label: `the other ${others.length}`,
    contribution: others.reduce((sum, { contribution }) => sum + contribution, 0),
    factor: others.reduce<number | undefined>(
      (product, { factor }) => (factor === undefined ? undefined : (product ?? 1) * factor),
      undefined,
    ),
  };
  return [...sorted.slice(0, first), rest];
}
