import * as v from "valibot";
import { BOUNDS, list } from "../../file/bounds";
import { column, finite, positive } from "../../file/fields";

const MAX_LIMIT = 10;

/** Smooth functions of one feature; see `curve.ts`. */
export const CurveSchema = v.pipe(
  v.strictObject({
    feature: column,
    /** Applied before standardising: log(feature + shift), or nothing. */
    transform: v.variant("kind", [
      v.strictObject({ kind: v.literal("log"), shift: finite }),
      v.strictObject({ kind: v.literal("identity") }),
    ]),
    mean: finite,
    scale: positive,
    /** Standardised values are clipped to ± this, so functions are constant beyond. */
    limit: v.pipe(positive, v.maxValue(MAX_LIMIT)),
    /** Kernel length scale, in standardised units. */
    length: positive,
    /** Kernel centres, in standardised units. */
    knots: list(finite, BOUNDS.knots, 1),
    /** Mean of each kernel over the training rows. */
    kernelMeans: list(finite, BOUNDS.knots),
    /** Weights of the centred kernels, one per knot, for each function. */
    functions: list(list(finite, BOUNDS.knots), BOUNDS.knots, 1),
  }),
  v.check(
    ({ knots, kernelMeans, functions }) =>
      kernelMeans.length === knots.length && functions.every((weights) => weights.length === knots.length),
    "Expected one kernel mean and one weight per knot",
  ),
);

export type CurveData = v.InferOutput<typeof CurveSchema>;
