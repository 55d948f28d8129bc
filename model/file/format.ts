import * as v from "valibot";
import { BasisEstimatorSchema, BasisSpreadSchema, featuresOf } from "../estimators/basis/basis-format";
import { FEATURES, type FeatureColumn } from "../features";
import { BOUNDS, list, text } from "./bounds";
import { seal, UNSEALED } from "./checksum";
import { printable } from "./text";

/**
 * The format of `model.json`: plain data, no code. Reading a model never executes anything that is in the file.
 *
 * `docs/MODELS.md` describes each field. A change that a reader of version 1 could not follow raises
 * {@link FORMAT_VERSION}.
 */
export const FORMAT = "house-price-graphql/model";
export const FORMAT_VERSION = 1;

const finite = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const sha256Hex = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, "Expected a SHA-256 in hexadecimal"));
const column = v.picklist(FEATURES.map((feature): FeatureColumn => feature.column));

/** A model's name: also the name of its folder, so nothing that could leave it. */
export const MODEL_NAME = /^[a-z][a-z0-9-]{0,63}$/;

const ScoresSchema = v.strictObject({ rows: count, r2: finite, rmse: finite, mae: finite });

/** Mean of the folds' scores: each fold is predicted by a fit on the others. */
const CrossValidationSchema = v.strictObject({
  /** How rows are put into folds: at random, or by half-degree cells, so that whole places are held back. */
  folds: v.picklist(["random", "spatial-block"]),
  count: v.pipe(count, v.minValue(2)),
  rows: count,
  r2: finite,
  rmse: finite,
  mae: finite,
});

/** How often the interval of a nominal coverage held the truth on the test rows, and how wide it was. */
const CoverageSchema = v.strictObject({
  nominal: finite,
  observed: finite,
  meanWidth: finite,
  /** Mean width of the interval that is equally wide everywhere, at the same nominal coverage. */
  constantMeanWidth: finite,
});

/** log σ(x) as a linear regression on the features, each clipped; see `uncertainty.ts`. */
const FeatureSpreadSchema = v.strictObject({
  intercept: finite,
  terms: list(
    v.strictObject({ feature: column, min: finite, max: finite, coefficient: finite }),
    BOUNDS.features,
  ),
});

/** See `uncertainty.ts`. */
const UncertaintySchema = v.strictObject({
  folds: v.pipe(count, v.minValue(2)),
  spread: v.union([FeatureSpreadSchema, BasisSpreadSchema]),
  quantiles: list(v.strictObject({ coverage: finite, quantile: finite }), BOUNDS.entries, 2),
});

/** See `novelty.ts`. */
const NoveltySchema = v.strictObject({
  /** Rows of the lower triangular L⁻¹, where L·Lᵀ is the covariance of the training rows' features. */
  whitening: list(list(finite, BOUNDS.features), BOUNDS.features),
  threshold: finite,
  /** Of a basis with a place: how many kilometres from the nearest centre of its first radial functions are far. */
  places: v.exactOptional(v.strictObject({ threshold: finite })),
});

const LinearEstimatorSchema = v.strictObject({
  kind: v.literal("linear"),
  intercept: finite,
  /** One a feature, in the order of `features`. */
  coefficients: list(finite, BOUNDS.features),
});

const ModelFileSchema = v.pipe(
  v.strictObject({
    format: v.literal(FORMAT),
    formatVersion: v.literal(FORMAT_VERSION),
    checksum: text,
    name: v.pipe(v.string(), v.regex(MODEL_NAME)),
    version: v.pipe(count, v.minValue(1)),
    algorithm: text,
    trainedAt: v.pipe(v.string(), v.isoTimestamp()),
    target: v.strictObject({ name: text, unit: text, description: text, min: finite, max: finite }),
    features: list(
      v.strictObject({ name: column, min: finite, max: finite, mean: finite }),
      BOUNDS.features,
      1,
    ),
    estimator: v.variant("kind", [LinearEstimatorSchema, BasisEstimatorSchema]),
    uncertainty: UncertaintySchema,
    novelty: NoveltySchema,
    metrics: v.strictObject({
      train: ScoresSchema,
      test: ScoresSchema,
      crossValidation: list(CrossValidationSchema, BOUNDS.entries),
      coverage: list(CoverageSchema, BOUNDS.entries),
    }),
    trainingData: v.strictObject({
      source: text,
      sha256: sha256Hex,
      rows: count,
      trainRows: count,
      testRows: count,
      seed: count,
      testSize: finite,
    }),
    libraries: list(v.strictObject({ name: text, version: text }), BOUNDS.entries),
    golden: list(
      v.strictObject({ features: list(finite, BOUNDS.features), prediction: finite }),
      BOUNDS.golden,
      1,
    ),
  }),
  v.check(
    (file) => new Set(file.features.map((feature) => feature.name)).size === file.features.length,
    "A feature is listed twice",
  ),
  v.check(
    ({ estimator, features }) =>
      estimator.kind !== "linear" || estimator.coefficients.length === features.length,
    "Expected one coefficient a feature",
  ),
  v.check(
    ({ estimator, features }) =>
      estimator.kind !== "basis" ||
      estimator.basis.blocks
        .flatMap(featuresOf)
        .every((column) => features.some((feature) => feature.name === column)),
    "The basis reads a feature that is not listed",
  ),
  v.check(
    ({ estimator, uncertainty: { spread } }) =>
      "terms" in spread ||
      (estimator.kind === "basis" && spread.coefficients.length === estimator.coefficients.length),
    "Expected one coefficient of the spread a column of the basis",
  ),
  v.check(
    ({ estimator, novelty }) =>
      !novelty.places || (estimator.kind === "basis" && estimator.basis.place.radials.length > 0),
    "Expected radial functions, since places can be far from their centres",
  ),
  v.check(
    (file) =>
      file.novelty.whitening.length === file.features.length &&
      file.novelty.whitening.every((row, i) => row.length === i + 1),
    "Expected a lower triangular whitening matrix with one row a feature",
  ),
  v.check(
    (file) => file.golden.every((golden) => golden.features.length === file.features.length),
    "Expected one value a feature in each golden prediction",
  ),
);

export type ModelFile = v.InferOutput<typeof ModelFileSchema>;
export type Estimator = ModelFile["estimator"];
export type LinearEstimator = v.InferOutput<typeof LinearEstimatorSchema>;
export type Scores = v.InferOutput<typeof ScoresSchema>;
export type CrossValidation = v.InferOutput<typeof CrossValidationSchema>;
export type Coverage = v.InferOutput<typeof CoverageSchema>;
export type Uncertainty = v.InferOutput<typeof UncertaintySchema>;
export type Spread = Uncertainty["spread"];
export type FeatureSpread = v.InferOutput<typeof FeatureSpreadSchema>;
export type Novelty = v.InferOutput<typeof NoveltySchema>;

/** What training decides of a model file; the rest is its frame. */
export type ModelContent = Omit<ModelFile, "format" | "formatVersion" | "checksum" | "version">;

export type ParsedModelFile =
  | { readonly ok: true; readonly file: ModelFile }
  | { readonly ok: false; readonly problem: string };

/** Characters of a problem that is told. */
const MAX_PROBLEM = 300;

/** Checks that `json` has the shape of a model file; otherwise says where it first differs. */
export function parseModelFile(json: unknown): ParsedModelFile {
  const result = v.safeParse(ModelFileSchema, json, { abortEarly: true });
  if (result.success) return { ok: true, file: result.output };
  const [issue] = result.issues;
  const path = v.getDotPath(issue);
  // The message quotes what was found, however long it is.
  const problem = printable(path ? `${path}: ${issue.message}` : issue.message, MAX_PROBLEM);
  return { ok: false, problem };
}

/** The text of a model file, sealed with its checksum. The same content and version give the same bytes. */
export function formatModelFile(content: ModelContent, version: number): string {
  const { name, ...rest } = content;
  const frame = { format: FORMAT, formatVersion: FORMAT_VERSION, checksum: UNSEALED, name, version };
  return seal(`${JSON.stringify({ ...frame, ...rest }, null, 2)}\n`);
}
