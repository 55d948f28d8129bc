import {
  type CategoryExpression,
  type Condition,
  type Expression,
  type RadialExpression,
  termsOf,
} from "../../model/formula/expression";
import type { Table } from "../../model/table/table";
import type { Dialect } from "./dialect";

/** Engines bound how deep expressions are: long sums are sums of sums. */
const TERMS = 40;

const SIGNS = { below: "<", above: ">", "at least": ">=", "at most": "<=" } as const;

/** Lists of so many elements are long: it is slow to write them with each use. */
const LONG = 1000;

/** Writes expressions. */
export class ExpressionWriter {
  /** What was written by its name. */
  readonly longLists = new Map<Float64Array, string>();

  constructor(
    private readonly dialect: Dialect,
    private readonly table: Table,
    /** The name of the column that has it, if one has. */
    private readonly columnOf: (expression: Expression) => string | undefined,
    /** The name of the column of a feature. */
    private readonly featureAt: (position: number) => string,
  ) {}

  write(expression: Expression): string {
    return this.columnOf(expression) ?? this.compute(expression);
  }

  /** Without a look whether a column has it. */
  compute(expression: Expression): string {
    const { dialect } = this;
    switch (expression.op) {
      case "number":
        return Number.isNaN(expression.value) ? "NULL" : dialect.number(expression.value);
      case "feature":
        return this.featureAt(expression.position);
      case "category":
        return this.category(expression);
      case "sum":
        return this.sum(
          expression.terms.map(({ weight, term }) => this.times(weight, term)),
          expression.constant,
        );
      case "product":
        return `(${expression.factors.map((factor) => this.write(factor)).join(" * ")})`;
      case "quotient":
        return `(${this.write(expression.of)} / ${this.write(expression.by)})`;
      case "clip": {
        const { of, min, max } = expression;
        const value = this.write(of);
        const below =
          min === -Infinity ? "" : ` WHEN ${value} < ${dialect.number(min)} THEN ${dialect.number(min)}`;
        const above =
          max === Infinity ? "" : ` WHEN ${value} > ${dialect.number(max)} THEN ${dialect.number(max)}`;
        return `CASE${below}${above} ELSE ${value} END`;
      }
      case "choose": {
        const { condition, yes, no } = expression;
        return `CASE WHEN ${this.condition(condition)} THEN ${this.write(yes)} ELSE ${this.write(no)} END`;
      }
      case "lookup":
        return dialect.lists
          ? dialect.lists.at(this.listOf(expression.values), this.write(expression.index))
          : this.write(expression.otherwise);
      case "vector":
        return dialect.vectors?.of(expression.elements.map((element) => this.write(element))) ?? "NULL";
      case "dot":
        return dialect.vectors
          ? dialect.vectors.dot(this.write(expression.vector), expression.weights)
          : this.sum(
              termsOf(expression).map(({ weight, term }) => this.times(weight, term)),
              0,
            );
      case "radial":
        return this.radial(expression);
      default:
        return `${dialect.functions[expression.op]}(${this.write(expression.of)})`;
    }
  }

  private times(weight: number, term: Expression): string {
    const value = this.write(term);
    return weight === 1 ? value : `${this.dialect.number(weight)} * ${value}`;
  }

  private sum(terms: readonly string[], constant: number): string {
    if (terms.length === 0) return this.dialect.number(constant);
    const all = constant === 0 ? terms : [this.dialect.number(constant), ...terms];
    if (all.length <= TERMS) return `(${all.join(" + ")})`;
    const parts = Array.from({ length: Math.ceil(all.length / TERMS) }, (_, i) =>
      this.sum(all.slice(i * TERMS, (i + 1) * TERMS), 0),
    );
    return this.sum(parts, 0);
  }

  private radial({ point, centres, weights, power }: RadialExpression): string {
    const { dialect } = this;
    const coordinates = point.map((coordinate) => this.write(coordinate));
    const terms = centres.map((centre, c) => {
      const squares = centre.map((value, j) => {
        const difference = `(${coordinates[j]} - ${dialect.number(value)})`;
        return `${difference} * ${difference}`;
      });
      const squared = `(${squares.join(" + ")})`;
      const distance = power === 2 ? squared : `${dialect.functions.sqrt}${squared}`;
      return `${dialect.number(weights[c])} / (${dialect.number(1)} + ${distance})`;
    });
    return this.sum(terms, 0);
  }

  /** A list, or its name if it is long and the dialect names such lists. */
  private listOf(values: Float64Array): string {
    const { lists } = this.dialect;
    if (!lists?.named || values.length < LONG) return lists?.literal(values) ?? "NULL";
    const name = this.longLists.get(values) ?? `l${this.longLists.size}`;
    this.longLists.set(values, name);
    return lists.named.use(name);
  }

  /** Only categories whose number is not that of unknown ones are named. */
  private category({ position, values, missing, unknown }: CategoryExpression): string {
    const { dialect } = this;
    const { categories = [], missingCategory, missingValues = [] } = this.table.features[position];
    const name = this.featureAt(position);
    const ofMissing = missingCategory === undefined ? missing : values[categories.indexOf(missingCategory)];
    const texts = new Map(categories.map((category, i) => [category, values[i]]));
    for (const text of missingValues) texts.set(text, ofMissing);
    const byValue = new Map<number, string[]>();
    for (const [text, value] of texts) {
      if (value !== unknown) byValue.set(value, [...(byValue.get(value) ?? []), text]);
    }
    const cases = [...byValue].map(
      ([value, named]) =>
        `WHEN ${name} IN (${named.map(dialect.text).join(", ")}) THEN ${dialect.number(value)}`,
    );
    const ofNull = `WHEN ${name} IS NULL THEN ${dialect.number(ofMissing)}`;
    return `CASE ${[ofNull, ...cases].join(" ")} ELSE ${dialect.number(unknown)} END`;
  }

  private condition(condition: Condition): string {
    switch (condition.test) {
      case "missing":
        return `${this.write(condition.of)} IS NULL`;
      case "missing category": {
        const {
          missingCategory,
          missingValues = [],
          categories = [],
        } = this.table.features[condition.position];
        if (missingCategory !== undefined && categories.includes(missingCategory)) return "1 = 0";
        const name = this.featureAt(condition.position);
        const texts = [...missingValues].map((text) => this.dialect.text(text));
        return texts.length === 0
          ? `${name} IS NULL`
          : `(${name} IS NULL OR ${name} IN (${texts.join(", ")}))`;
      }
      case "any":
        return `(${condition.of.map((each) => this.condition(each)).join(" OR ")})`;
      default:
        return `${this.write(condition.of)} ${SIGNS[condition.test]} ${this.dialect.number(condition.limit)}`;
    }
  }
}
