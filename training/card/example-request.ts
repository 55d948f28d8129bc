import type { Model } from "../../model/model";
import { acceptableValue } from "../../model/table/acceptable-value";
import { apiValue } from "../../model/table/api-value";
import { isEnum } from "../../model/table/category-names";
import { isAcceptable } from "../../model/table/domain";
import { numberOf } from "../../model/table/raw-value";
import type { TableColumn } from "../../model/table/table-column";

export interface ExampleRequest {
  readonly query: string;
  readonly answer: string;
}

/** Significant digits of the example's numbers. */
const DIGITS = 5;

const COVERAGE = 0.9;

/** A query for the first golden row that the API accepts, and the server's answer. */
export function exampleRequest(model: Model): ExampleRequest {
  const { table, file } = model;
  const { name, version, features, golden } = file;
  const row = new Float64Array(table.width).fill(Number.NaN);
  const isAnswered = ({ features: values }: (typeof golden)[number]) =>
    features.every(({ missing }, j) => missing > 0 || values[j] !== null);
  const { features: values } = golden.find(isAnswered) ?? golden[0];
  features.forEach((feature, j) => {
    const position = table.indexOf(feature.name);
    const column = table.features[position];
    row[position] = rounded(numberOf(column, values[j]), column);
  });
  // Features that the API requires although this model does not read them.
  table.features.forEach((column, position) => {
    if (column.required && Number.isNaN(row[position])) row[position] = acceptableValue(column);
  });
  const input = table.features.flatMap((column, position) =>
    Number.isNaN(row[position]) ? [] : `      ${column.apiName}: ${literalOf(column, row[position])}`,
  );
  const predictedHousePrice = model.predict(row);
  const interval = model.interval(row, 0, COVERAGE);
  return {
    query: `{
  predictHousePrice(
    input: {
${input.join("\n")}
    }
    model: { name: "${name}", version: ${version} }
  ) {
    predictedHousePrice
    interval(coverage: ${COVERAGE}) { lower upper }
  }
}`,
    answer: JSON.stringify({ data: { predictHousePrice: { predictedHousePrice, interval } } }, null, 2),
  };
}

/** Rounding may leave the domain. */
function rounded(value: number, { kind, domain }: TableColumn): number {
  if (kind !== "number" || Number.isNaN(value)) return value;
  const short = Number(value.toPrecision(DIGITS));
  return isAcceptable(short, domain) ? short : value;
}

/** As it is written in a query. */
function literalOf(column: TableColumn, value: number): string {
  const shown = apiValue(column, value);
  return typeof shown === "string" && !isEnum(column) ? JSON.stringify(shown) : String(shown);
}
