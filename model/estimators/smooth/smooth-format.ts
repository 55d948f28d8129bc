import * as v from "valibot";
import { BOUNDS, list } from "../../file/bounds";
import { finite, positive } from "../../file/fields";
import { FeatureSpreadSchema } from "../feature-spread";
import { BasisSchema, BlockKindSchema } from "./basis-format";
import { basisOperations, basisSize, isComplete } from "./basis-size";

/** Penalty weight by kind of block. */
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

/** The regression is fitted on the target or on its logarithm. */
const ScaleSchema = v.variant("kind", [
  v.strictObject({ kind: v.literal("identity") }),
  v.strictObject({
    kind: v.literal("log"),
    /** Mean of exp(residual) over the training rows, which removes the bias of the back-transformation. */
    smearing: positive,
  }),
]);

/** Hyperparameters tried by cross-validation on the training rows. */
const TrialSchema = v.strictObject({
  scale: v.picklist(["identity", "log"]),
  /** Multiplier of all penalties. */
  factor: positive,
  /** Last kind of block in the basis. */
  through: BlockKindSchema,
  /** Mean of the folds, in the target's unit. */
  rmse: v.pipe(finite, v.minValue(0)),
});

export const SmoothEstimatorSchema = v.pipe(
  v.strictObject({
    kind: v.literal("smooth"),
    scale: ScaleSchema,
    basis: BasisSchema,
    penalties: PenaltiesSchema,
    /** Ordered by error; the first trial was chosen. */
    trials: list(TrialSchema, BOUNDS.entries),
    /** Predictions are clipped to the range of the training target. */
    clip: v.strictObject({ min: finite, max: finite }),
    /** Mean and standard deviation of each block's contribution over the training rows. */
    contributions: list(v.strictObject({ mean: finite, deviation: finite }), BOUNDS.blocks),
    intercept: finite,
    /** One per column of the basis. */
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

/** log σ(x) as a clipped linear regression on the columns of the basis. */
export const BasisSpreadSchema = v.strictObject({
  intercept: finite,
  coefficients: list(finite, BOUNDS.columns),
  /** log σ is clipped to [min, max]. */
  min: finite,
  max: finite,
});

export const SmoothSpreadSchema = v.union([FeatureSpreadSchema, BasisSpreadSchema]);

export type SmoothEstimator = v.InferOutput<typeof SmoothEstimatorSchema>;
export type Penalties = v.InferOutput<typeof PenaltiesSchema>;
export type Scale = v.InferOutput<typeof ScaleSchema>;
export type Trial = v.InferOutput<typeof TrialSchema>;
export type BasisSpread = v.InferOutput<typeof BasisSpreadSchema>;
export type SmoothSpread = v.InferOutput<typeof SmoothSpreadSchema>;
