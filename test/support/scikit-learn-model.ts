import type { Estimator } from "../../model/estimators/estimator-kind";
import { linear } from "../../model/estimators/linear/linear-kind";
import type { ModelContent } from "../../model/file/format";
import type { Scores } from "../../model/file/metrics-format";
import { expectParity } from "./closeness";

/** What both references say of one model. */
export interface ReferenceModel {
  readonly features: readonly string[];
  readonly coefficients: readonly number[];
  readonly intercept: number;
  readonly train: { readonly r2: number; readonly rmse: number; readonly mae: number };
  readonly test: { readonly r2: number; readonly rmse: number; readonly mae: number };
}

const asList = ({ r2, rmse, mae }: Pick<Scores, "r2" | "rmse" | "mae">) => [r2, rmse, mae];

/** Expects coefficients, intercept and scores within 1e-9 of the reference. */
export function expectSameModel(
  estimator: Estimator,
  metrics: Pick<ModelContent["metrics"], "train" | "test">,
  expected: ReferenceModel,
): void {
  if (!linear.owns(estimator)) throw new Error("a linear model is expected");
  expectParity(
    estimator.terms.map(({ coefficient }) => coefficient),
    expected.coefficients,
  );
  expectParity([estimator.intercept], [expected.intercept]);
  expectParity(asList(metrics.train), asList(expected.train));
  expectParity(asList(metrics.test), asList(expected.test));
}
