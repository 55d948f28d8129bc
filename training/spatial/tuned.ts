import { readFileSync } from "node:fs";
import * as v from "valibot";

/** What `npm run tune` chose, with the figures that it chose by. */
export const TUNED = "training/spatial/tuned.json";

const positive = v.pipe(v.number(), v.finite(), v.gtValue(0));

const PenaltiesSchema = v.strictObject({
  curve: positive,
  product: positive,
  place: positive,
  "place-product": positive,
});

const CandidateSchema = v.strictObject({
  penalties: PenaltiesSchema,
  /** RMSE of the random folds: the mean of the folds'. */
  random: positive,
  /** RMSE of the spatial blocks: the mean of the folds'. */
  block: positive,
  /** What is least for the candidate that is chosen. */
  loss: positive,
});

const TunedSchema = v.object({
  /** The chosen ones. */
  penalties: PenaltiesSchema,
});

export type Candidate = v.InferOutput<typeof CandidateSchema>;

/** The penalties that were chosen. */
export function tunedPenalties() {
  return v.parse(TunedSchema, JSON.parse(readFileSync(TUNED, "utf8"))).penalties;
}
