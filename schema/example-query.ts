import { isNumberLike, type TrainedFeature, type TrainedNumber } from "../model/file/trained-feature";
import type { Model } from "../model/model";
import { categoryNames } from "../model/table/category-names";
import { isoDate } from "../model/table/date-format";
import { type Domain, isAcceptable } from "../model/table/domain";
import type { Table } from "../model/table/table";
import type { ColumnKind, TableColumn } from "../model/table/table-column";
import { isEnum } from "./category.enum";
import { targetWordsOf } from "./target-words";

type Example = number | boolean | string;

/** Digits of a number that nobody has given as an example. */
const SIGNIFICANT_DIGITS = 6;

/**
 * An input as it is written in a query: the required features, with the examples of the table's schema, or else what is usual in
 * the training rows.
 *
 * @param also - which other features it has
 * @param model - whose training rows are meant
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

/** An input that a model answers: it has what the model reads and most training rows have. */
export function exampleInputFor(table: Table, model: Model | undefined): string {
  return exampleInput(table, isUsual(model), model);
}

/** The same as values of JSON, by the names of the columns in the data. */
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

/** Whether a model reads a column and most training rows have it. */
function isUsual(model: Model | undefined): (column: TableColumn) => boolean {
  if (!model) return () => false;
  const { features, trainingData } = model.file;
  const usual = features.filter(({ missing }) => missing < trainingData.trainRows / 2);
  const names = new Set(usual.map(({ name }) => name));
  return ({ name }) => names.has(name);
}

/** The first query that a newcomer sees: in the README, in the IDE, and first in `examples.graphql`. */
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

/** A value as GraphQL writes it. */
function literalOf(column: TableColumn, value: Example): string {
  const { kind, categories = [] } = column;
  if (kind === "category") {
    const name = isEnum(column) ? categoryNames(categories)[categories.indexOf(String(value))] : undefined;
    return name ?? JSON.stringify(value);
  }
  if (kind === "date") return JSON.stringify(value);
  // A point tells that the field takes decimals.
  return kind === "number" && Number.isInteger(value) ? Number(value).toFixed(1) : String(value);
}

/** What most training rows have, or half of them exceed. */
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

/** A value of a row as users write it. */
const CELLS: { readonly [kind in Exclude<ColumnKind, "category">]: (value: number) => Example } = {
  number: (value) => Number(value.toPrecision(SIGNIFICANT_DIGITS)),
  integer: Math.round,
  year: Math.round,
  boolean: (value) => value >= 0.5,
  date: (value) => isoDate(Math.round(value)),
};
