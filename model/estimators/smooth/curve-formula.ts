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
import type { Condition, Expression } from "../../formula/expression";
import { Curve, STEP } from "./curve";
import type { CurveData } from "./curve-format";

/** Lower bound for logarithms; smaller arguments are clipped anyway. */
const TINY = 1e-300;

/** The formula of `Curve`: each weighted sum of its functions is tabulated at the nodes. */
export class CurveFormula {
  /** Standardised and clipped value. */
  readonly standardised: Expression;
  readonly isMissing: Condition;
  private readonly curve: Curve;
  /** Index of the last node below the value; of a node where all is 0 if the feature is missing. */
  private readonly node: Expression;
  private readonly fraction: Expression;
  /** The kernels at the node, and what the next node has more: for engines without lists. */
  private readonly kernels: readonly (readonly [before: Expression, step: Expression])[];

  constructor(
    private readonly data: CurveData,
    value: Expression,
  ) {
    const { limit, length, knots } = data;
    this.curve = new Curve(data, 0);
    this.isMissing = isMissing(value);
    this.standardised = clipped(
      affine(transformed(data, value), 1 / data.scale, -data.mean / data.scale),
      -limit,
      limit,
    );
    const place = affine(this.standardised, 1 / STEP, limit / STEP);
    const { nodes } = this.curve;
    const known = clipped(apply("floor", place), 0, nodes - 2);
    this.node = choose(this.isMissing, number(nodes), known);
    const above = weightedSum([
      { weight: 1, term: place },
      { weight: -1, term: known },
    ]);
    this.fraction = choose(this.isMissing, number(0), above);
    const kernelAt = (knot: number, next: number) => {
      const distance = affine(this.node, STEP / length, (next * STEP - limit - knot) / length);
      return quotient(number(1), sum([product(distance, distance)], 1));
    };
    this.kernels = knots.map((knot) => {
      const before = kernelAt(knot, 0);
      const step = [
        { weight: 1, term: kernelAt(knot, 1) },
        { weight: -1, term: before },
      ];
      return [before, weightedSum(step)];
    });
  }

  get size(): number {
    return this.data.functions.length;
  }

  /** The weighted sum of the functions. */
  weigh(weights: Float64Array): Expression {
    const atNodes = this.curve.weigh(weights);
    const before = atNodes.subarray(0, -1);
    const steps = before.map((value, node) => atNodes[node + 1] - value);
    const { functions, kernelMeans } = this.data;
    const ofKernels = kernelMeans.map((_, j) =>
      functions.reduce((total, weightsOfKernels, k) => total + weights[k] * weightsOfKernels[j], 0),
    );
    const mean = ofKernels.reduce((total, weight, j) => total + weight * kernelMeans[j], 0);
    const sumOf = (side: 0 | 1, constant: number) =>
      weightedSum(
        this.kernels.map((kernel, j) => ({ weight: ofKernels[j], term: kernel[side] })),
        constant,
      );
    const ofFraction = product(this.fraction, this.lookup(steps, sumOf(1, 0)));
    return sum([this.lookup(before, choose(this.isMissing, number(0), sumOf(0, -mean))), ofFraction]);
  }

  private readonly known: Expression[] = [];

  at(k: number): Expression {
    this.known[k] ??= this.weigh(Float64Array.from({ length: this.size }, (_, i) => Number(i === k)));
    return this.known[k];
  }

  private lookup(values: Float64Array, otherwise: Expression): Expression {
    return { op: "lookup", values, index: this.node, otherwise };
  }
}

function transformed({ transform, mean, scale, limit }: CurveData, value: Expression): Expression {
  if (transform.kind === "identity") return value;
  // Below this the result is clipped; engines never see the logarithm of a non-positive number.
  const lowest = Math.max(Math.exp(mean - (limit + 1) * scale), TINY);
  return apply("log", clipped(sum([value], transform.shift), lowest, Infinity));
}
