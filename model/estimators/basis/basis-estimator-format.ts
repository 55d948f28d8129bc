import * as v from "valibot";
import { BOUNDS, list } from "../../file/bounds";
import { finite, positive } from "../../file/fields";
import { BasisSchema, basisOperations, basisSize } from "./basis-format";

/** Weight of each kind of block's roughness in the fit. */
export const PenaltiesSchema = v.strictObject({
  curve: positive,
  product: positive,
  place: positive,
  "place-product": positive,
});

/** A linear regression on the columns of a basis. */
export const BasisEstimatorSchema = v.pipe(
  v.strictObject({
    kind: v.literal("basis"),
    basis: BasisSchema,
    penalties: PenaltiesSchema,
    /** Predictions are clipped to this: the range of the training target. */
    clip: v.strictObject({ min: finite, max: finite }),
    /** What each block adds to the prediction: mean and standard deviation over the training rows. */
    contributions: list(v.strictObject({ mean: finite, deviation: finite }), BOUNDS.blocks),
    intercept: finite,
    /** One a column of the basis. */
    coefficients: list(finite, BOUNDS.columns),
  }),
  v.check(
    ({ basis }) => basisSize(basis) <= BOUNDS.columns,
    `Expected blocks of at most ${BOUNDS.columns} columns together`,
  ),
  v.check(
    ({ basis }) => basisOperations(basis) <= BOUNDS.operations,
    `Expected a basis that takes at most ${BOUNDS.operations} operations a row`,
  ),
  v.check(
    ({ basis, coefficients }) => coefficients.length === basisSize(basis),
    "Expected one coefficient a column of the basis",
  ),
  v.check(
    ({ basis, contributions }) => contributions.length === basis.blocks.length,
    "Expected the contributions of each block",
  ),
);

export type BasisEstimator = v.InferOutput<typeof BasisEstimatorSchema>;
export type Penalties = v.InferOutput<typeof PenaltiesSchema>;

/** log σ(x) as a linear regression on the columns of the estimator's basis, clipped. */
export const BasisSpreadSchema = v.strictObject({
  intercept: finite,
  /** One a column of the basis. */
  coefficients: list(finite, BOUNDS.columns),
  /** log σ is clipped to this range. */
  min: finite,
  max: finite,
});

export type BasisSpread = v.InferOutput<typeof BasisSpreadSchema>;
