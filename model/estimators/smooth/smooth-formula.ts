import type { TrainedFeature } from "../../file/trained-feature";
import {
  affine,
  apply,
  choose,
  clipped,
  featureReader,
  product,
  quotient,
  sum,
  weightedSum,
} from "../../formula/build";
import type { Expression, Formula } from "../../formula/expression";
import type { Table } from "../../table/table";
import { featureSpreadFormula } from "../feature-spread-formula";
import { Basis } from "./basis";
import { BasisFormula } from "./basis-formula";
import { groupBlocks } from "./group-blocks";
import { NEAR } from "./log-mean";
import type { SmoothEstimator, SmoothSpread } from "./smooth-format";

/** The formula of `SmoothPredictor`. */
export function smoothFormula(
  { basis: data, coefficients, intercept, scale, contributions }: SmoothEstimator,
  _features: readonly TrainedFeature[],
  spread: SmoothSpread,
  table: Table,
): Formula {
  const feature = featureReader();
  const formulas = new BasisFormula(data, table, feature);
  const { blocks } = new Basis(data, table);
  const weightsOf = (all: readonly number[]) =>
    blocks.map(({ start, size }) => Float64Array.from(all.slice(start, start + size)));
  const weighBlocks = (weights: readonly Float64Array[]) =>
    blocks.map(({ data: block }, b) => formulas.weigh(block, weights[b]));
  const sumOf = (parts: readonly Expression[], weights: readonly Float64Array[], constant: number) => {
    const isProduct = blocks.map(({ data: block }) => block.kind === "product");
    const products = blocks.flatMap(({ data: block }) => (block.kind === "product" ? [block] : []));
    const ofProducts = weights.filter((_, b) => isProduct[b]);
    const others = parts.filter((_, b) => !isProduct[b]);
    return sum([...others, formulas.weighProducts(products, ofProducts)], constant);
  };

  const weights = weightsOf(coefficients);
  const parts = weighBlocks(weights);
  const total = sumOf(parts, weights, intercept);
  const logSpread = (ofSpread: readonly Float64Array[], constant: number) =>
    sumOf(weighBlocks(ofSpread), ofSpread, constant);
  const effects = groupBlocks(blocks).map((group) =>
    sum(
      group.blocks.map((b) => parts[b]),
      -group.blocks.reduce((mean, b) => mean + contributions[b].mean, 0),
    ),
  );
  const errorScale =
    "terms" in spread
      ? featureSpreadFormula(spread, table, feature)
      : apply(
          "exp",
          clipped(logSpread(weightsOf(spread.coefficients), spread.intercept), spread.min, spread.max),
        );
  if (scale.kind === "identity") {
    const actualAt = (prediction: Expression, error: Expression) => sum([prediction, error]);
    return { prediction: total, errorScale, contributions: effects, actualAt };
  }
  const prediction = affine(apply("exp", total), scale.smearing);
  const centre = contributions.reduce((all, { mean }) => all + mean, intercept);
  const mean = logarithmicMean(prediction, scale.smearing * Math.exp(centre), sum([total], -centre));
  return {
    prediction,
    errorScale,
    contributions: effects.map((effect) => product(effect, mean)),
    actualAt: (about, error) => product(about, apply("exp", error)),
  };
}

/** The formula of the function in `log-mean.ts`. */
function logarithmicMean(of: Expression, baseline: number, logRatio: Expression): Expression {
  const series = weightedSum(
    [
      { weight: baseline / 2, term: logRatio },
      { weight: baseline / 6, term: product(logRatio, logRatio) },
    ],
    baseline,
  );
  const isFar = {
    test: "any",
    of: [
      { test: "below", of: logRatio, limit: -NEAR },
      { test: "above", of: logRatio, limit: NEAR },
    ],
  } as const;
  return choose(isFar, quotient(sum([of], -baseline), logRatio), series);
}
