import type { GraphQLScalarType } from "graphql";
import { Field, Float, InputType, Int } from "type-graphql";
import { describeDomain } from "../model/table/domain";
import type { Table } from "../model/table/table";
import type { ColumnKind, TableColumn } from "../model/table/table-column";
import { type CategoryEnum, type CategoryEnums, defineCategoryEnums } from "./category.enum";
import { DateScalar } from "./date.scalar";
import type { InputValues } from "./input-values";
import { type FieldProblem, type InputProblem, problemOf } from "./invalid-input.error";

type FieldType = GraphQLScalarType | typeof String | typeof Boolean | CategoryEnum;

const TYPES: { readonly [kind in Exclude<ColumnKind, "category">]: FieldType } = {
  number: Float,
  integer: Int,
  year: Int,
  boolean: Boolean,
  date: DateScalar,
};

/** One field per feature. */
export function defineHouseFeaturesInput(table: Table): new () => InputValues {
  @InputType("HouseFeaturesInput", { description: describeTable(table) })
  class HouseFeaturesInput implements InputValues {
    readonly [apiName: string]: number | boolean | string | null | undefined;
  }
  const enums = defineCategoryEnums(table);
  for (const column of table.features) {
    const type = typeOf(column, enums);
    const options = { nullable: !column.required, description: describeColumn(column, enums) };
    Field(() => type, options)(HouseFeaturesInput.prototype, column.apiName);
  }
  return HouseFeaturesInput;
}

function typeOf(column: TableColumn, enums: CategoryEnums): FieldType {
  return column.kind === "category" ? (enums.get(column) ?? String) : TYPES[column.kind];
}

function describeTable({ schema: { title, name, description } }: Table): string {
  const row = `One row of ${title ?? name ?? "the table"}`;
  return description === undefined ? `${row}.` : `${row}. ${inSentence(description)}`;
}

/** Describes a feature, its unit and its allowed values. */
function describeColumn(column: TableColumn, enums: CategoryEnums): string {
  const { label, description = label, unit, domain, type, categories = [] } = column;
  const sentences = [inSentence(description)];
  if (unit !== undefined) sentences.push(`Unit: ${unit}.`);
  const isBounded = Number.isFinite(domain.min) || Number.isFinite(domain.max);
  if (isBounded) sentences.push(`Must be ${describeDomain(domain, type.show)}.`);
  if (column.kind === "category" && !enums.has(column)) {
    sentences.push(`One of the ${categories.length} texts that \`modelInfo\` lists for this column.`);
  }
  return sentences.join(" ");
}

function inSentence(text: string): string {
  const sentence = text[0].toUpperCase() + text.slice(1);
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}

/** @param path - of the input */
export function findFeatureProblems(table: Table, input: InputValues, path: string): FieldProblem[] {
  return loadFeatureRules()
    .findRuleBreaks(table, input)
    .map(({ key, message }) => ({ path: `${path}.${key}`, message }));
}

export function findInvalidFeatures(
  table: Table,
  input: InputValues,
  path: string,
): InputProblem | undefined {
  const problems = findFeatureProblems(table, input, path);
  return problems.length === 0 ? undefined : problemOf(problems);
}

/** Loaded on first use: class-validator takes a fifth of the startup time and some 10 MB. */
function loadFeatureRules(): typeof import("./feature-rules") {
  return require("./feature-rules");
}
