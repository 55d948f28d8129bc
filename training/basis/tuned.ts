import { readFileSync } from "node:fs";
import * as v from "valibot";
import { PenaltiesSchema } from "../../model/estimators/basis/basis-estimator-format";
import { positive } from "../../model/file/fields";

/** What `npm run tune` chose, with the figures that it chose by. */
export const TUNED = "training/basis/tuned.json";

const CandidateSchema = v.strictObject({
  penalties: PenaltiesSchema,
  /** RMSE by random folds, the mean of the folds', in the target's unit. */
  random: positive,
  /** RMSE by spatial blocks, the mean of the folds', in the target's unit. */
  block: positive,
  /** What the chosen candidate has least of; see `select-penalties.ts`. */
  loss: positive,
});

const TunedSchema = v.strictObject({
  /** The split whose training rows, and no others, were used. */
  seed: v.number(),
  testSize: v.number(),
  chosen: CandidateSchema,
  /** All that were tried, the best first. */
  candidates: v.array(CandidateSchema),
});

export type Candidate = v.InferOutput<typeof CandidateSchema>;
export type Tuned = v.InferOutput<typeof TunedSchema>;

export function readTuned(): Tuned {
  return v.parse(TunedSchema, JSON.parse(readFileSync(TUNED, "utf8")));
}
