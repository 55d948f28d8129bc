import * as v from "valibot";
import { DIFFERENCE } from "../../model/estimators/error-measure";
import type { EstimatorKind } from "../../model/estimators/estimator-kind";
import { type FeatureSpread, FeatureSpreadSchema } from "../../model/estimators/feature-spread";
import { finite } from "../../model/file/fields";
import { UNLIMITED } from "../../model/range";

const ConstantSchema = v.strictObject({ kind: v.literal("constant"), price: finite });

type Constant = v.InferOutput<typeof ConstantSchema>;

/** A kind of estimator that gives every row the same price: for tests of what does not depend on how a model predicts. */
export const constant: EstimatorKind<Constant, FeatureSpread> = {
  name: "constant",
  schema: ConstantSchema,
  spreadSchema: FeatureSpreadSchema,
  owns: (estimator): estimator is Constant => estimator.kind === "constant",
  findMisfit: () => undefined,
  createPredictor: ({ price }) => ({
    limits: UNLIMITED,
    baseline: price,
    groups: [],
    read: () => undefined,
    prediction: () => price,
    errorScale: () => 1,
    explain: () => undefined,
  }),
  errorMeasure: () => DIFFERENCE,
  trainingPlaces: () => undefined,
  describe: ({ price }) => ({
    intercept: price,
    columns: 0,
    coefficients: undefined,
    penalties: [],
    weights: { head: ["what", "price"], rows: [["every house", price]] },
  }),
};
