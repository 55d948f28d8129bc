import { Field, Float, Int, ObjectType, registerEnumType } from "type-graphql";
import { isNeeded, isNumberLike, type TrainedFeature } from "../model/file/trained-feature";
import type { Model } from "../model/model";
import { categoryNames } from "../model/table/category-names";
import type { ColumnKind, TableColumn } from "../model/table/table-column";
import { isEnum } from "./category.enum";

const KINDS: { readonly [kind in ColumnKind]: string } = {
  number: "A number.",
  integer: "A whole number.",
  boolean: "True or false.",
  category: "One of some texts.",
  date: "A day.",
  year: "A year.",
};

/** The kinds as an enum object, in the form that type-graphql reads. */
const ColumnType = Object.fromEntries(Object.keys(KINDS).map((kind) => [kind.toUpperCase(), kind]));

registerEnumType(ColumnType, {
  name: "ColumnType",
  description: "What the values of a column are.",
  valuesConfig: Object.fromEntries(
    Object.entries(KINDS).map(([kind, description]) => [kind.toUpperCase(), { description }]),
  ),
});

/** Roles of the columns that a question can have. */
const ROLES = {
  feature: "A feature like others.",
  latitude: "It tells how far north the house is, in degrees.",
  longitude: "It tells how far east the house is, in degrees.",
} as const;

type ColumnRole = keyof typeof ROLES;

const ColumnRoleEnum = Object.fromEntries(Object.keys(ROLES).map((role) => [role.toUpperCase(), role]));

registerEnumType(ColumnRoleEnum, {
  name: "ColumnRole",
  description: "What a column is for.",
  valuesConfig: Object.fromEntries(
    Object.entries(ROLES).map(([role, description]) => [role.toUpperCase(), { description }]),
  ),
});

const IN_NUMBERS =
  "a date in days since 1970-01-01; null of categories, and where the model does not read the column.";

@ObjectType({ description: "One of the texts that a column of categories has." })
export class CategoryInfo {
  @Field(() => String, { description: "The text, as it stands in the data." })
  readonly text!: string;

  @Field(() => String, {
    nullable: true,
    description: "Its value in the enum of the column's field; null where the field takes the text itself.",
  })
  readonly enumValue!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "Number of training rows that have it; null where the model does not read the column.",
  })
  readonly rows!: number | null;
}

@ObjectType({
  description: "A column of the table that a question can have, and what a model saw of it in training.",
})
export class ColumnInfo {
  @Field(() => String, { description: "Its name in the data set." })
  readonly name: string;

  @Field(() => String, { description: "Its name in `HouseFeaturesInput`." })
  readonly apiName: string;

  @Field(() => String, { description: "Its name in words." })
  readonly label: string;

  @Field(() => ColumnType, { description: "What its values are." })
  readonly type: ColumnKind;

  @Field(() => ColumnRoleEnum, { description: "What it is for." })
  readonly role: ColumnRole;

  @Field(() => String, { nullable: true, description: "Its unit." })
  readonly unit: string | null;

  @Field(() => String, { nullable: true, description: "What it is." })
  readonly description: string | null;

  @Field(() => Boolean, { description: "Whether `HouseFeaturesInput` demands it of every query." })
  readonly required: boolean;

  private readonly trained: TrainedFeature | undefined;

  constructor(
    private readonly column: TableColumn,
    private readonly model: Model,
  ) {
    const { name, apiName, label, kind, unit = null, description = null, required, role } = column;
    this.name = name;
    this.apiName = apiName;
    this.label = label;
    this.type = kind;
    this.role = role === "latitude" || role === "longitude" ? role : "feature";
    this.unit = unit;
    this.description = description;
    this.required = required;
    this.trained = model.file.features.find((feature) => feature.name === name);
  }

  @Field(() => Boolean, { description: "Whether the model's prediction depends on it." })
  get isRead(): boolean {
    return this.trained !== undefined;
  }

  @Field(() => Boolean, { description: "Whether the model gives no prediction without it." })
  get isNeeded(): boolean {
    const { trained, column } = this;
    return trained !== undefined && isNeeded(trained) && column.missingCategory === undefined;
  }

  @Field(() => Float, {
    nullable: true,
    description:
      "Share of the training rows without a value, from 0 to 1; null where the model does not read the column.",
  })
  get missingShare(): number | null {
    return this.trained ? this.trained.missing / this.model.file.trainingData.trainRows : null;
  }

  @Field(() => [CategoryInfo], {
    nullable: true,
    description: "Its categories; null where its values are not texts.",
  })
  get categories(): CategoryInfo[] | null {
    const { kind, categories = [] } = this.column;
    if (kind !== "category") return null;
    const names = isEnum(this.column) ? categoryNames(categories) : undefined;
    const counts = this.trained && !isNumberLike(this.trained) ? this.trained.counts : undefined;
    return categories.map((text, i) => ({ text, enumValue: names?.[i] ?? null, rows: counts?.[i] ?? null }));
  }

  @Field(() => Float, { nullable: true, description: `Smallest value in the training rows; ${IN_NUMBERS}` })
  get min(): number | null {
    return this.numbers?.min ?? null;
  }

  @Field(() => Float, { nullable: true, description: `Largest value in the training rows; ${IN_NUMBERS}` })
  get max(): number | null {
    return this.numbers?.max ?? null;
  }

  @Field(() => Float, { nullable: true, description: `Mean of the training rows; ${IN_NUMBERS}` })
  get mean(): number | null {
    return this.numbers?.mean ?? null;
  }

  @Field(() => [Float], {
    nullable: true,
    description: `The 5 %, 10 %, … 95 % quantiles of the training rows; ${IN_NUMBERS}`,
  })
  get quantiles(): readonly number[] | null {
    return this.numbers?.quantiles ?? null;
  }

  private get numbers() {
    return this.trained && isNumberLike(this.trained) ? this.trained : undefined;
  }
}
