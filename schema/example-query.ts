import { isNumberLike, type TrainedFeature, type TrainedNumber } from "../model/file/trained-feature";
import type { Model } from "../model/model";
import { categoryNames, isEnum } from "../model/table/category-names";
import { isoDate } from "../model/table/date-format";
import { type Domain, isAcceptable } from "../model/table/domain";
import type { Table } from "../model/table/table";
import type { ColumnKind, TableColumn } from "../model/table/table-column";
import { targetWordsOf } from "./target-words";

type Example = number | boolean | string;

/** Precision of examples taken from training data. */
const SIGNIFICANT_DIGITS = 6;

/**
 * An input literal: required features, with examples from the schema, or else typical values.
 *
 * @param also - which other features to include
 * @param model - source of typical values
 */
export function exampleInput(
  table: Table,
  also: (column: TableColumn) => boolean = () => false,
  model?: Model,
): string {
  const fields = examplesOf(table, also, model).map(
    ([column, value]) => `${column.apiName}: ${literalOf(column, value)}`,
  );
  return `{ ${fields.join(", ")} }`;
}

/** An input that a model answers: its features that most training rows have. */
export function exampleInputFor(table: Table, model: Model | undefined): string {
  return exampleInput(table, isUsual(model), model);
}

/** The same as JSON values, by column name. */
export function exampleValues(
  table: Table,
  model: Model | undefined,
): { readonly [name: string]: number | boolean | string } {
  return Object.fromEntries(
    examplesOf(table, isUsual(model), model).map(([{ name }, value]) => [name, value]),
  );
}

function examplesOf(
  { features }: Table,
  also: (column: TableColumn) => boolean,
  model: Model | undefined,
): (readonly [column: TableColumn, value: Example])[] {
  return features
    .filter((column) => column.required || also(column))
    .map((column) => [column, column.example ?? usualValue(column, model)] as const);
}

/** Whether a model reads a column that most training rows have. */
function isUsual(model: Model | undefined): (column: TableColumn) => boolean {
  if (!model) return () => false;
  const { features, trainingData } = model.file;
  const usual = features.filter(({ missing }) => missing < trainingData.trainRows / 2);
  const names = new Set(usual.map(({ name }) => name));
  return ({ name }) => names.has(name);
}

/** The first example: in the README, in the IDE, and in `examples.graphql`. */
export function exampleQuery(table: Table, model?: Model): string {
  const { currency } = targetWordsOf(table);
  const money = currency ? `\n    predictedHousePrice${currency.suffix}` : "";
  return `query PredictHousePrice {
  predictHousePrice(input: ${exampleInputFor(table, model)}) {
    predictedHousePrice${money}
    model {
      name
      version
      sha256
    }
  }
}
`;
}

function literalOf(column: TableColumn, value: Example): string {
  const { kind, categories = [] } = column;
  if (kind === "category") {
    const name = isEnum(column) ? categoryNames(categories)[categories.indexOf(String(value))] : undefined;
    return name ?? JSON.stringify(value);
  }
  if (kind === "date") return JSON.stringify(value);
  // A point shows that the field accepts decimals.
  return kind === "number" && Number.isInteger(value) ? Number(value).toFixed(1) : String(value);
}

/** The most frequent category, or the median. */
function usualValue(column: TableColumn, model: Model | undefined): Example {
  const trained = model?.file.features.find(({ name }) => name === column.name);
  if (column.kind === "category") return usualCategory(column, trained);
  const value = trained && isNumberLike(trained) ? medianOf(trained) : acceptableValue(column.domain);
  return CELLS[column.kind](value);
}

function usualCategory({ categories = [] }: TableColumn, trained: TrainedFeature | undefined): string {
  const counts = trained && !isNumberLike(trained) ? trained.counts : [];
  return categories[counts.length > 0 ? counts.indexOf(Math.max(...counts)) : 0];
}

function medianOf({ quantiles, mean }: TrainedNumber): number {
  return quantiles[(quantiles.length - 1) / 2] ?? mean;
}

function acceptableValue(domain: Domain): number {
  return [0, domain.min, 1, domain.max].find((value) => isAcceptable(value, domain)) ?? 0;
}

/** Formats a value of a row. */
const CELLS: { readonly [kind in Exclude<ColumnKind, "category">]: (value: number) => Example } = {
  number: (value) => Number(value.toPrecision(SIGNIFICANT_DIGITS)),
  integer: Math.round,
  year: Math.round,
  boolean: (value) => value >= 0.5,
  date: (value) => isoDate(Math.round(value)),
};
