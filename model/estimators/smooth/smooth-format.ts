import * as v from "valibot";
import { BOUNDS, list } from "../../file/bounds";
import { finite, positive } from "../../file/fields";
import { FeatureSpreadSchema } from "../feature-spread";
import { BasisSchema, BlockKindSchema } from "./basis-format";
import { basisOperations, basisSize, isComplete } from "./basis-size";

/** Penalty of each kind of block's roughness. */
const PenaltiesSchema = v.strictObject({
  curve: positive,
  missing: positive,
  category: positive,
  location: positive,
  product: positive,
  "location-product": positive,
  "category-product": positive,
  similarity: positive,
});

/** What the regression is of: the target, or its logarithm. */
const ScaleSchema = v.variant("kind", [
  v.strictObject({ kind: v.literal("identity") }),
  v.strictObject({
    kind: v.literal("log"),
    /** Mean of exp(residual) over the training rows, by which predictions of the target are unbiased. */
    smearing: positive,
  }),
]);

/** Settings that were tried by cross-validation on the training rows. */
const TrialSchema = v.strictObject({
  scale: v.picklist(["identity", "log"]),
  /** What all penalties were multiplied by. */
  factor: positive,
  /** The last kind of block that the basis had. */
  through: BlockKindSchema,
  /** RMSE in the target's unit, the mean of the folds'. */
  rmse: v.pipe(finite, v.minValue(0)),
});

/** A linear regression on the columns of a basis. */
export const SmoothEstimatorSchema = v.pipe(
  v.strictObject({
    kind: v.literal("smooth"),
    scale: ScaleSchema,
    basis: BasisSchema,
    penalties: PenaltiesSchema,
    /** The settings that were tried, in the order of their errors; the first were chosen. */
    trials: list(TrialSchema, BOUNDS.entries),
    /** Predictions are clipped to this: the range of the training target. */
    clip: v.strictObject({ min: finite, max: finite }),
    /** What each block adds to the regression: mean and standard deviation over the training rows. */
    contributions: list(v.strictObject({ mean: finite, deviation: finite }), BOUNDS.blocks),
    intercept: finite,
    /** One a column of the basis. */
    coefficients: list(finite, BOUNDS.columns),
  }),
  v.check(({ basis }) => isComplete(basis), "A block uses a function that the basis does not have"),
  v.check(
    ({ basis }) => basisSize(basis) <= BOUNDS.columns,
    `Expected blocks of at most ${BOUNDS.columns} columns in total`,
  ),
  v.check(
    ({ basis }) => basisOperations(basis) <= BOUNDS.operations,
    `Expected a basis of at most ${BOUNDS.operations} operations per row`,
  ),
  v.check(
    ({ basis, coefficients }) => coefficients.length === basisSize(basis),
    "Expected one coefficient per column of the basis",
  ),
  v.check(
    ({ basis, contributions }) => contributions.length === basis.blocks.length,
    "Expected the contributions of each block",
  ),
  v.check(
    ({ scale, clip }) => scale.kind === "identity" || clip.min > 0,
    "Expected a target above 0, since the regression predicts its logarithm",
  ),
);

/** log σ(x) as a linear regression on the columns of the estimator's basis, clipped. */
export const BasisSpreadSchema = v.strictObject({
  intercept: finite,
  /** One a column of the basis. */
  coefficients: list(finite, BOUNDS.columns),
  /** log σ is clipped to this range. */
  min: finite,
  max: finite,
});

/** The error scale is on the features, or on the columns of the basis. */
export const SmoothSpreadSchema = v.union([FeatureSpreadSchema, BasisSpreadSchema]);

export type SmoothEstimator = v.InferOutput<typeof SmoothEstimatorSchema>;
export type Penalties = v.InferOutput<typeof PenaltiesSchema>;
export type Scale = v.InferOutput<typeof ScaleSchema>;
export type Trial = v.InferOutput<typeof TrialSchema>;
export type BasisSpread = v.InferOutput<typeof BasisSpreadSchema>;
export type SmoothSpread = v.InferOutput<typeof SmoothSpreadSchema>;
