import type { Condition, Expression } from "../../model/formula/expression";
import { clip } from "../../model/range";

/** Evaluates expressions for one row, as an engine would. */
export class ExpressionEvaluator {
  private readonly known = new Map<Expression, number>();

  constructor(
    private readonly row: Float64Array,
    private readonly hasLists = true,
  ) {}

  evaluate(expression: Expression): number {
    const value = this.known.get(expression) ?? this.compute(expression);
    this.known.set(expression, value);
    return value;
  }

  private compute(expression: Expression): number {
    switch (expression.op) {
      case "number":
        return expression.value;
      case "feature":
        return this.row[expression.position];
      case "category": {
        const category = this.row[expression.position];
        if (Number.isNaN(category)) return expression.missing;
        return category < 0 ? expression.unknown : expression.values[category];
      }
      case "sum":
        return expression.terms.reduce(
          (sum, { weight, term }) => sum + weight * this.evaluate(term),
          expression.constant,
        );
      case "product":
        return this.evaluate(expression.factors[0]) * this.evaluate(expression.factors[1]);
      case "quotient":
        return this.evaluate(expression.of) / this.evaluate(expression.by);
      case "clip":
        return clip(this.evaluate(expression.of), expression.min, expression.max);
      case "choose":
        return this.evaluate(this.holds(expression.condition) ? expression.yes : expression.no);
      case "lookup":
        return this.hasLists
          ? expression.values[this.evaluate(expression.index)]
          : this.evaluate(expression.otherwise);
      case "vector":
        return Number.NaN;
      case "dot":
        return expression.vector.elements.reduce(
          (sum, element, i) => sum + expression.weights[i] * this.evaluate(element),
          0,
        );
      case "radial": {
        const point = expression.point.map((coordinate) => this.evaluate(coordinate));
        return expression.centres.reduce((sum, centre, c) => {
          const squared = centre.reduce((all, value, j) => all + (point[j] - value) ** 2, 0);
          return sum + expression.weights[c] / (1 + squared ** (expression.power / 2));
        }, 0);
      }
      default:
        return Math[expression.op](this.evaluate(expression.of));
    }
  }

  private holds(condition: Condition): boolean {
    switch (condition.test) {
      case "missing":
        return Number.isNaN(this.evaluate(condition.of));
      case "missing category":
        return Number.isNaN(this.row[condition.position]);
      case "any":
        return condition.of.some((each) => this.holds(each));
      case "below":
        return this.evaluate(condition.of) < condition.limit;
      case "above":
        return this.evaluate(condition.of) > condition.limit;
      case "at least":
        return this.evaluate(condition.of) >= condition.limit;
      case "at most":
        return this.evaluate(condition.of) <= condition.limit;
    }
  }
}
