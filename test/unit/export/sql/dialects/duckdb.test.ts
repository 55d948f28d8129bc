import { type Program, programOf } from "../../../../../export/program";
import { duckdb } from "../../../../../export/sql/dialects/duckdb";
import { writeStatement } from "../../../../../export/sql/statement";
import type { Expression } from "../../../../../model/formula/expression";
import type { Model } from "../../../../../model/model";
import { modelOfHouses } from "../../../../support/exportable-models";

let model: Model;
let program: Program;

beforeAll(async () => {
  ({ model } = await modelOfHouses("linear"));
  program = programOf(model, 0.9);
});

/** The statement of another price, in the place of the model's. */
function statementOf(price: Expression): string {
  const nothing: Expression = { op: "number", value: 0 };
  const changed = { ...program, price, lower: nothing, upper: nothing };
  const options = { dialect: duckdb, from: "houses", columns: [], contributions: false };
  return writeStatement(changed, model.table, options);
}

const feature: Expression = { op: "feature", position: 0 };

const lookup = (values: Float64Array): Expression => ({
  op: "lookup",
  values,
  index: feature,
  otherwise: feature,
});

describe("a statement for DuckDB", () => {
  it("names a long list once, before the statement, however often it is read", () => {
    const long = Float64Array.from({ length: 5000 }, (_, i) => i + 0.5);
    const statement = statementOf({ op: "product", factors: [lookup(long), lookup(long)] });

    expect(statement).toMatch(
      /^WITH hp_lists AS MATERIALIZED \(SELECT CAST\('\[0\.5,.*' AS DOUBLE\[\]\) AS l0\)\nSELECT/,
    );
    expect(statement.match(/4999\.5/g)).toHaveLength(1);
    expect(statement.match(/\(SELECT l0 FROM hp_lists\)\[/g)).toHaveLength(2);
  });

  it("writes a short list where it is read", () => {
    const statement = statementOf(lookup(Float64Array.of(1, 2.5)));

    expect(statement).toContain("CAST('[1,2.5]' AS DOUBLE[])[CAST(hp_f0 AS INTEGER) + 1]");
    expect(statement).not.toContain("WITH");
  });

  it("has one array for the dot products of a vector", () => {
    const vector = { op: "vector", elements: [feature, { op: "number", value: 3 }] } as const;
    const dot = (...weights: number[]): Expression => ({
      op: "dot",
      vector,
      weights: Float64Array.from(weights),
    });
    const statement = statementOf({ op: "product", factors: [dot(1, 2), dot(0, 4)] });

    expect(statement.match(/CAST\(\[hp_f0, 3e\+0\] AS DOUBLE\[2\]\)/g)).toHaveLength(1);
    expect(statement).toContain("array_inner_product(hp_0, CAST('[1,2]' AS DOUBLE[2]))");
    expect(statement).toContain("array_inner_product(hp_0, CAST('[0,4]' AS DOUBLE[2]))");
  });
});
