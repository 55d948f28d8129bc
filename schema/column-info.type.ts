import { Field, Float, Int, ObjectType, registerEnumType } from "type-graphql";
import { isNeeded, isNumberLike, type TrainedFeature } from "../model/file/trained-feature";
import type { Model } from "../model/model";
import { categoryNames, isEnum } from "../model/table/category-names";
import type { ColumnKind, TableColumn } from "../model/table/table-column";

const KINDS: { readonly [kind in ColumnKind]: string } = {
  number: "A number.",
  integer: "A whole number.",
  boolean: "True or false.",
  category: "One of a fixed set of texts.",
  date: "A calendar day.",
  year: "A year.",
};

/** An enum object for type-graphql. */
const ColumnType = Object.fromEntries(Object.keys(KINDS).map((kind) => [kind.toUpperCase(), kind]));

registerEnumType(ColumnType, {
  name: "ColumnType",
  description: "The type of a column's values.",
  valuesConfig: Object.fromEntries(
    Object.entries(KINDS).map(([kind, description]) => [kind.toUpperCase(), { description }]),
  ),
});

/** Roles of input columns. */
const ROLES = {
  feature: "An ordinary feature.",
  latitude: "The latitude of the house, in degrees.",
  longitude: "The longitude of the house, in degrees.",
} as const;

type ColumnRole = keyof typeof ROLES;

const ColumnRoleEnum = Object.fromEntries(Object.keys(ROLES).map((role) => [role.toUpperCase(), role]));

registerEnumType(ColumnRoleEnum, {
  name: "ColumnRole",
  description: "The role of a column.",
  valuesConfig: Object.fromEntries(
    Object.entries(ROLES).map(([role, description]) => [role.toUpperCase(), { description }]),
  ),
});

const IN_NUMBERS =
  "dates in days since 1970-01-01; null for categories, and if the model does not read the column.";

@ObjectType({ description: "A category of a column." })
export class CategoryInfo {
  @Field(() => String, { description: "The text in the data." })
  readonly text!: string;

  @Field(() => String, {
    nullable: true,
    description: "Its value in the GraphQL enum of the column; null if the field takes the text itself.",
  })
  readonly enumValue!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "Number of training rows that have it; null if the model does not read the column.",
  })
  readonly rows!: number | null;
}

@ObjectType({
  description: "An input column of the table, with its statistics in the training rows.",
})
export class ColumnInfo {
  @Field(() => String, { description: "Its column name in the data set." })
  readonly name: string;

  @Field(() => String, { description: "Its name in `HouseFeaturesInput`." })
  readonly apiName: string;

  @Field(() => String, { description: "Its readable name." })
  readonly label: string;

  @Field(() => ColumnType, { description: "The type of its values." })
  readonly type: ColumnKind;

  @Field(() => ColumnRoleEnum, { description: "Its role." })
  readonly role: ColumnRole;

  @Field(() => String, { nullable: true, description: "Its unit." })
  readonly unit: string | null;

  @Field(() => String, { nullable: true, description: "Its description." })
  readonly description: string | null;

  @Field(() => Boolean, { description: "Whether `HouseFeaturesInput` requires it." })
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

  @Field(() => Boolean, { description: "Whether the model reads it." })
  get isRead(): boolean {
    return this.trained !== undefined;
  }

  @Field(() => Boolean, { description: "Whether the model cannot predict without it." })
  get isNeeded(): boolean {
    const { trained, column } = this;
    return trained !== undefined && isNeeded(trained) && column.missingCategory === undefined;
  }

  @Field(() => Float, {
    nullable: true,
    description:
      "Fraction of the training rows without a value, from 0 to 1; null if the model does not read the column.",
  })
  get missingShare(): number | null {
    return this.trained ? this.trained.missing / this.model.file.trainingData.trainRows : null;
  }

  @Field(() => [CategoryInfo], {
    nullable: true,
    description: "Its categories; null if it is not categorical.",
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
