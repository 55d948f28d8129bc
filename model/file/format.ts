import * as v from "valibot";
import type { Estimator, EstimatorKind, Spread, TrainedFeature } from "../estimators/estimator-kind";
import { ESTIMATOR_KINDS } from "../estimators/kinds";
import { BOUNDS, list, text } from "./bounds";
import { seal, UNSEALED } from "./checksum";
import { column, count, finite } from "./fields";
import { printable } from "./text";

/**
 * The format of `model.json`: plain data, no code. Reading a model never executes anything that is in the file.
 *
 * `docs/MODELS.md` describes each field. A change that a reader of version 1 could not follow raises
 * {@link FORMAT_VERSION}.
 */
export const FORMAT = "house-price-graphql/model";
export const FORMAT_VERSION = 1;

const sha256Hex = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, "Expected a SHA-256 in hexadecimal"));

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

/** See `trust/novelty.ts`. */
const NoveltySchema = v.strictObject({
  /** Rows of the lower triangular L⁻¹, where L·Lᵀ is the covariance of the training rows' features. */
  whitening: list(list(finite, BOUNDS.features), BOUNDS.features),
  threshold: finite,
  /** Of a basis with a place: how many kilometres from the nearest centre of its first radial functions are far. */
  places: v.exactOptional(v.strictObject({ threshold: finite })),
});

/** The format of a file whose estimator is of one kind. */
function fileSchema(kind: EstimatorKind) {
  return v.pipe(
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
      estimator: kind.schema,
      /** See `trust/uncertainty.ts`. */
      uncertainty: v.strictObject({
        folds: v.pipe(count, v.minValue(2)),
        spread: kind.spreadSchema,
        quantiles: list(v.strictObject({ coverage: finite, quantile: finite }), BOUNDS.entries, 2),
      }),
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
      (file) => findMisfit(kind, file) === undefined,
      ({ input }) => findMisfit(kind, input) ?? "",
    ),
    v.check(
      ({ estimator, novelty }) => !novelty.places || kind.trainingPlaces(estimator) !== undefined,
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
}

/** What of a file's other parts does not fit its estimator. */
function findMisfit(
  kind: EstimatorKind,
  {
    estimator,
    features,
    uncertainty,
  }: {
    readonly estimator: Estimator;
    readonly features: readonly TrainedFeature[];
    readonly uncertainty: { readonly spread: Spread };
  },
): string | undefined {
  return kind.findMisfit(estimator, features, uncertainty.spread);
}

/** The format for each kind, by its name. */
const SCHEMAS = new Map(ESTIMATOR_KINDS.map((kind) => [kind.name, fileSchema(kind)]));

/** The format for any other kind: it accepts no file, and says which kinds there are. */
const NO_KIND = fileSchema({
  ...ESTIMATOR_KINDS[0],
  schema: v.object({ kind: v.picklist([...SCHEMAS.keys()]) }),
});

const KindSchema = v.object({ estimator: v.object({ kind: v.string() }) });

function schemaFor(json: unknown) {
  const named = v.safeParse(KindSchema, json);
  return (named.success && SCHEMAS.get(named.output.estimator.kind)) || NO_KIND;
}

export type ModelFile = v.InferOutput<ReturnType<typeof fileSchema>>;
export type Scores = v.InferOutput<typeof ScoresSchema>;
export type CrossValidation = v.InferOutput<typeof CrossValidationSchema>;
export type Coverage = v.InferOutput<typeof CoverageSchema>;
export type Uncertainty = ModelFile["uncertainty"];
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
  const result = v.safeParse(schemaFor(json), json, { abortEarly: true });
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
