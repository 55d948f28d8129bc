import {
  affine,
  apply,
  choose,
  clipped,
  isMissing,
  number,
  product,
  quotient,
  sum,
  weightedSum,
} from "../../formula/build";
import type { Expression } from "../../formula/expression";
import { STEP } from "./curve";
import type { CurveData } from "./curve-format";

/** Lower bound for logarithms; smaller arguments are clipped anyway. */
const TINY = 1e-300;

/** The formula of `Curve`: all functions are weighted sums of the same kernels. */
export class CurveFormula {
  /** Standardised and clipped value. */
  readonly standardised: Expression;
  readonly isMissing;
  /** Centred kernels, linear between nodes; 0 if the feature is missing. */
  private readonly kernels: readonly Expression[];

  constructor(
    private readonly data: CurveData,
    value: Expression,
  ) {
    const { limit, length, knots, kernelMeans } = data;
    this.isMissing = isMissing(value);
    this.standardised = clipped(
      affine(transformed(data, value), 1 / data.scale, -data.mean / data.scale),
      -limit,
      limit,
    );
    const place = affine(this.standardised, 1 / STEP, limit / STEP);
    const nodes = Math.ceil((2 * limit) / STEP) + 1;
    const node = clipped(apply("floor", place), 0, nodes - 2);
    const fraction = weightedSum([
      { weight: 1, term: place },
      { weight: -1, term: node },
    ]);
    const kernelAt = (knot: number, next: number) => {
      const distance = affine(node, STEP / length, (next * STEP - limit - knot) / length);
      return quotient(number(1), sum([product(distance, distance)], 1));
    };
    this.kernels = knots.map((knot, j) => {
      const before = kernelAt(knot, 0);
      const step = weightedSum([
        { weight: 1, term: kernelAt(knot, 1) },
        { weight: -1, term: before },
      ]);
      return choose(this.isMissing, number(0), sum([before, product(fraction, step)], -kernelMeans[j]));
    });
  }

  get size(): number {
    return this.data.functions.length;
  }

  weigh(weights: ArrayLike<number>): Expression {
    const { functions, knots } = this.data;
    return weightedSum(
      knots.map((_, j) => ({
        weight: functions.reduce((total, ofKernels, k) => total + (weights[k] ?? 0) * ofKernels[j], 0),
        term: this.kernels[j],
      })),
    );
  }

  private readonly known: Expression[] = [];

  at(k: number): Expression {
    this.known[k] ??= this.weigh(Float64Array.from({ length: k + 1 }, (_, i) => Number(i === k)));
    return this.known[k];
  }
}

function transformed({ transform, mean, scale, limit }: CurveData, value: Expression): Expression {
  if (transform.kind === "identity") return value;
  // Below this the result is clipped; engines never see the logarithm of a non-positive number.
  const lowest = Math.max(Math.exp(mean - (limit + 1) * scale), TINY);
  return apply("log", clipped(sum([value], transform.shift), lowest, Infinity));
}
