import type {
  CategoryExpression,
  Condition,
  Expression,
  RadialExpression,
} from "../../model/formula/expression";
import type { Table } from "../../model/table/table";
import type { GraphBuilder } from "./graph-builder";
import { ELEMENT } from "./onnx-schema";

const FUNCTIONS = { exp: "Exp", log: "Log", sqrt: "Sqrt", floor: "Floor" } as const;

const TESTS = {
  below: "Less",
  above: "Greater",
  "at least": "GreaterOrEqual",
  "at most": "LessOrEqual",
} as const;

/** Sums of fewer terms are added one by one. */
const SHORT = 3;

/** Adds expressions to a graph. All that is computed of rows is a column: a tensor of as many rows, and one number in each. */
export class Translator {
  private readonly known = new Map<Expression, string>();
  private readonly matches = new Map<number, string>();

  constructor(
    private readonly graph: GraphBuilder,
    private readonly table: Table,
    /** The name of the input of a feature. */
    private readonly inputAt: (position: number) => string,
  ) {}

  /** @returns the name of the column */
  translate(expression: Expression): string {
    const name = this.known.get(expression) ?? this.add(expression);
    this.known.set(expression, name);
    return name;
  }

  private add(expression: Expression): string {
    const { graph } = this;
    switch (expression.op) {
      case "number":
        return graph.scalar(expression.value);
      case "feature":
        return this.inputAt(expression.position);
      case "category":
        return this.category(expression);
      case "sum":
        return this.sum(expression);
      case "product":
        return graph.node(
          "Mul",
          expression.factors.map((factor) => this.translate(factor)),
        );
      case "quotient":
        return graph.node("Div", [this.translate(expression.of), this.translate(expression.by)]);
      case "clip": {
        const { of, min, max } = expression;
        const raised =
          min === -Infinity ? this.translate(of) : graph.node("Max", [this.translate(of), graph.scalar(min)]);
        return max === Infinity ? raised : graph.node("Min", [raised, graph.scalar(max)]);
      }
      case "choose":
        return graph.node("Where", [
          this.condition(expression.condition),
          this.translate(expression.yes),
          this.translate(expression.no),
        ]);
      case "lookup": {
        const index = graph.node("Cast", [this.translate(expression.index)], { to: ELEMENT.int64 });
        return graph.node("Gather", [graph.numbers(expression.values, [expression.values.length]), index]);
      }
      case "radial":
        return this.radial(expression);
      case "vector":
        return this.columns(expression.elements);
      case "dot":
        return graph.node("MatMul", [
          this.translate(expression.vector),
          graph.numbers(expression.weights, [expression.weights.length, 1]),
        ]);
      default:
        return graph.node(FUNCTIONS[expression.op], [this.translate(expression.of)]);
    }
  }

  private sum({ constant, terms }: Extract<Expression, { op: "sum" }>): string {
    const { graph } = this;
    if (terms.length === 0) return graph.scalar(constant);
    let total: string;
    if (terms.length < SHORT) {
      const parts = terms.map(({ weight, term }) => {
        const column = this.translate(term);
        return weight === 1 ? column : graph.node("Mul", [column, graph.scalar(weight)]);
      });
      total = parts.reduce((sum, part) => graph.node("Add", [sum, part]));
    } else {
      const columns = this.columns(terms.map(({ term }) => term));
      const weights = graph.numbers(
        terms.map(({ weight }) => weight),
        [terms.length, 1],
      );
      total = graph.node("MatMul", [columns, weights]);
    }
    return constant === 0 ? total : graph.node("Add", [total, graph.scalar(constant)]);
  }

  /** Expressions side by side. */
  private columns(expressions: readonly Expression[]): string {
    const names = expressions.map((expression) => this.translate(expression));
    return this.graph.node("Concat", names, { axis: 1 });
  }

  /** One column a centre, and their weighted sum. */
  private radial({ point, centres, weights, power }: RadialExpression): string {
    const { graph } = this;
    const squares = point.map((coordinate, j) => {
      const ofCentres = graph.numbers(
        centres.map((centre) => centre[j]),
        [1, centres.length],
      );
      const difference = graph.node("Sub", [this.translate(coordinate), ofCentres]);
      return graph.node("Mul", [difference, difference]);
    });
    const squared = squares.reduce((sum, square) => graph.node("Add", [sum, square]));
    const distance = power === 2 ? squared : graph.node("Sqrt", [squared]);
    const kernels = graph.node("Div", [graph.scalar(1), graph.node("Add", [distance, graph.scalar(1)])]);
    return graph.node("MatMul", [kernels, graph.numbers(weights, [centres.length, 1])]);
  }

  private category({ position, values, missing, unknown }: CategoryExpression): string {
    const { graph } = this;
    const { ofMissing, texts, missingTexts } = this.categoriesAt(position, missing, values);
    const columns = [...texts, ...missingTexts.map((text) => [text, ofMissing] as const)];
    const weights = graph.numbers(
      columns.map(([, value]) => value - unknown),
      [columns.length, 1],
    );
    const sum = graph.node("MatMul", [this.matchesOf(position), weights]);
    return unknown === 0 ? sum : graph.node("Add", [sum, graph.scalar(unknown)]);
  }

  /** One column a category, and one for each text of a missing value: 1 where the row has it. */
  private matchesOf(position: number): string {
    const known = this.matches.get(position);
    if (known !== undefined) return known;
    const { graph } = this;
    const { texts, missingTexts } = this.categoriesAt(position, 0, []);
    const all = [...texts.map(([text]) => text), ...missingTexts];
    const equal = graph.node("Equal", [this.inputAt(position), graph.texts(all, [1, all.length])]);
    const matches = graph.node("Cast", [equal], { to: ELEMENT.float64 });
    this.matches.set(position, matches);
    return matches;
  }

  private categoriesAt(position: number, missing: number, values: readonly number[]) {
    const { categories = [], missingCategory, missingValues = [] } = this.table.features[position];
    const missingTexts = [...new Set(["", ...missingValues])];
    const texts = categories.flatMap((text, i) =>
      missingTexts.includes(text) ? [] : [[text, values[i]] as const],
    );
    const ofMissing = missingCategory === undefined ? missing : values[categories.indexOf(missingCategory)];
    return { texts, missingTexts, ofMissing };
  }

  private condition(condition: Condition): string {
    const { graph } = this;
    switch (condition.test) {
      case "missing":
        return graph.node("IsNaN", [this.translate(condition.of)]);
      case "missing category": {
        const { position } = condition;
        const { categories = [] } = this.table.features[position];
        const of: Expression = {
          op: "category",
          position,
          values: categories.map(() => 0),
          missing: 1,
          unknown: 0,
        };
        return this.condition({ test: "above", of, limit: 0.5 });
      }
      case "any":
        return condition.of
          .map((each) => this.condition(each))
          .reduce((one, other) => graph.node("Or", [one, other]));
      default:
        return graph.node(TESTS[condition.test], [
          this.translate(condition.of),
          graph.scalar(condition.limit),
        ]);
    }
  }
}
