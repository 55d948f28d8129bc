import { GraphQLJSONObject } from "graphql-scalars";
import { Field, ObjectType, registerEnumType } from "type-graphql";
import { isNumberLike } from "../model/file/trained-feature";
import type { Model } from "../model/model";
import { acceptableValue } from "../model/table/acceptable-value";
import { apiValue } from "../model/table/api-value";

const KINDS = {
  typical: "Its prediction is in the middle.",
  expensive: "It has the highest prediction.",
  cheap: "It has the lowest prediction.",
  unusual: "It has the most values outside the middle nine tenths of the training rows.",
} as const;

/** Number of examples of a model. */
export const MAX_EXAMPLES = Object.keys(KINDS).length;

type ExampleKind = keyof typeof KINDS;

const ExampleKindEnum = Object.fromEntries(Object.keys(KINDS).map((kind) => [kind.toUpperCase(), kind]));

registerEnumType(ExampleKindEnum, {
  name: "ExampleKind",
  description: "What is special about an example, among the test rows that the model file contains.",
  valuesConfig: Object.fromEntries(
    Object.entries(KINDS).map(([kind, description]) => [kind.toUpperCase(), { description }]),
  ),
});

@ObjectType({ description: "A house of the test rows." })
export class ExampleHouse {
  @Field(() => ExampleKindEnum, { description: "What is special about it." })
  readonly kind!: ExampleKind;

  @Field(() => GraphQLJSONObject, {
    description: "Its features, as a variable of the type `HouseFeaturesInput`.",
  })
  readonly input!: { readonly [apiName: string]: string | number | boolean };
}

/** Test rows to begin with, each with another kind. They are those by which the model was verified when it was loaded. */
export function exampleHouses(model: Model): readonly ExampleHouse[] {
  const found = known.get(model) ?? findExamples(model);
  known.set(model, found);
  return found;
}

const known = new WeakMap<Model, readonly ExampleHouse[]>();

function findExamples(model: Model): ExampleHouse[] {
  const rows = model.file.golden
    .map(({ features, prediction }) => ({ row: model.rowOf(features), prediction }))
    .sort((a, b) => a.prediction - b.prediction);
  const middle = Math.floor(rows.length / 2);
  const found = new Map<Float64Array, ExampleKind>();
  const add = (kind: ExampleKind, row: Float64Array | undefined) => {
    if (row && !found.has(row)) found.set(row, kind);
  };
  add("typical", rows[middle]?.row);
  add("expensive", rows.at(-1)?.row);
  add("cheap", rows[0]?.row);
  const others = rows.map(({ row }) => row).filter((row) => !found.has(row));
  const [most] = others
    .map((row) => ({ row, count: countUnusual(model, row) }))
    .sort((a, b) => b.count - a.count);
  if (most?.count) add("unusual", most.row);
  return [...found].map(([row, kind]) => ({ kind, input: inputOf(model, row) }));
}

/** Number of values outside the outermost quantiles of the training rows. */
function countUnusual({ file, table }: Model, row: Float64Array): number {
  return file.features.filter((feature) => {
    if (!isNumberLike(feature)) return false;
    const value = row[table.indexOf(feature.name)];
    return value < feature.quantiles[0] || value > (feature.quantiles.at(-1) ?? feature.max);
  }).length;
}

function inputOf({ table }: Model, row: Float64Array): ExampleHouse["input"] {
  const values = table.features.flatMap((column, i) => {
    // The table may require a column that the model does not read.
    const value = Number.isNaN(row[i]) && column.required ? acceptableValue(column) : row[i];
    return Number.isNaN(value) ? [] : [[column.apiName, apiValue(column, value)] as const];
  });
  return Object.fromEntries(values);
}
