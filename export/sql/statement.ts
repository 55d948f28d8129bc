import { type Expression, operandsOf, termsOf } from "../../model/formula/expression";
import { NUMBER } from "../../model/table/column";
import type { Table } from "../../model/table/table";
import type { Program, ProgramInput } from "../program";
import type { Dialect } from "./dialect";
import { layersOf } from "./layers";
import { ExpressionWriter } from "./write-expression";

export interface StatementOptions {
  readonly dialect: Dialect;
  /** Name of the table that has the houses. */
  readonly from: string;
  /** Columns of it that the result has as well. */
  readonly columns: readonly string[];
  readonly contributions: boolean;
}

/** One statement that computes a program for each row of a table. */
export function writeStatement(program: Program, table: Table, options: StatementOptions): string {
  const { dialect, columns } = options;
  const results: (readonly [name: string, value: Expression])[] = [
    ["predictedHousePrice", program.price],
    ["lower", program.lower],
    ["upper", program.upper],
  ];
  if (options.contributions) {
    for (const { name, value } of program.contributions) results.push([`contribution_${name}`, value]);
  }
  const layers = layersOf(
    results.map(([, value]) => value),
    (expression) => operandsIn(dialect, expression),
  );
  const names = new Map<Expression, string>();
  const visible = new Map<Expression, string>();
  const writer = new ExpressionWriter(dialect, table, (expression) => visible.get(expression), featureName);
  const carried = [
    ...columns.map((_, i) => `hp_k${i}`),
    ...program.inputs.map(({ position }) => featureName(position)),
  ];

  const source = options.from.split(".").map(dialect.identifier).join(".");
  let query = select(
    [
      ...columns.map((name, i) => `${dialect.identifier(name)} AS hp_k${i}`),
      ...program.inputs.map((input) => `${readInput(input, dialect)} AS ${featureName(input.position)}`),
    ],
    source,
  );
  for (const { computed, kept } of layers) {
    const written = computed.map((expression) => {
      const name = `hp_${names.size}`;
      names.set(expression, name);
      return `${writer.compute(expression)} AS ${name}`;
    });
    query = select(
      [...carried, ...kept.map((expression) => names.get(expression) ?? ""), ...written],
      `(${query}${dialect.fence}) hp`,
    );
    for (const expression of computed) visible.set(expression, names.get(expression) ?? "");
  }
  const last = [
    ...columns.map((name, i) => `hp_k${i} AS ${dialect.identifier(name)}`),
    ...results.map(([name, value]) => `${writer.write(value)} AS ${dialect.identifier(name)}`),
  ];
  const statement = select(last, `(${query}${dialect.fence}) hp`);
  return `${defineLists(writer, dialect)}${statement};\n`;
}

function defineLists({ longLists }: ExpressionWriter, { lists }: Dialect): string {
  if (!lists?.named || longLists.size === 0) return "";
  return lists.named.define([...longLists].map(([values, name]) => [name, lists.literal(values)]));
}

function operandsIn(dialect: Dialect, expression: Expression): readonly Expression[] {
  if (expression.op === "lookup" && !dialect.lists) return [expression.otherwise];
  if (expression.op === "dot" && !dialect.vectors) return termsOf(expression).map(({ term }) => term);
  return operandsOf(expression);
}

function select(columns: readonly string[], from: string): string {
  return `SELECT\n  ${columns.join(",\n  ")}\nFROM ${from}`;
}

function featureName(position: number): string {
  return `hp_f${position}`;
}

/** A feature as text or as a number; NULL where it is missing. */
function readInput({ column }: ProgramInput, dialect: Dialect): string {
  const { name, kind, categories, missingValues = [] } = column;
  const identifier = dialect.identifier(name);
  if (categories) return dialect.asText(identifier);
  const value = dialect.asNumber(identifier, kind);
  if (kind === "boolean" || kind === "date") return value;
  const marks = [...missingValues].map((text) => NUMBER.parse(text)).filter((mark) => !Number.isNaN(mark));
  return marks.reduce((read, mark) => `NULLIF(${read}, ${dialect.number(mark)})`, value);
}
