import * as v from "valibot";
import type { Estimator, EstimatorKind, Spread } from "../estimators/estimator-kind";
import { ESTIMATOR_KINDS } from "../estimators/kinds";
import { MAX_CATEGORY, type TableSchema } from "../table/schema-format";
import { Table } from "../table/table";
import { BOUNDS, list, text } from "./bounds";
import { seal, UNSEALED } from "./checksum";
import { column, count, finite } from "./fields";
import { MetricsSchema } from "./metrics-format";
import { TablePartSchema } from "./table-part";
import { printable } from "./text";
import { isNumberLike, type TrainedFeature, TrainedFeaturesSchema } from "./trained-feature";

/**
 * The format of `model.json`: plain data, no code; reading a model executes nothing from it. `docs/MODELS.md` describes the fields.
 * Changes that readers of version 1 cannot handle increment {@link FORMAT_VERSION}.
 */
export const FORMAT = "house-price-graphql/model";
export const FORMAT_VERSION = 1;

const sha256Hex = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, "Expected a SHA-256 in hexadecimal"));

/** Also a folder name, so it must not contain path separators. */
export const MODEL_NAME = /^[a-z][a-z0-9-]{0,63}$/;

/** See `trust/novelty.ts`. */
const NoveltySchema = v.strictObject({
  /** The numeric features that the distance covers. */
  columns: list(column, BOUNDS.novelty),
  /** Rows of the lower triangular L⁻¹, where L·Lᵀ is the covariance matrix of the training rows. */
  whitening: list(list(finite, BOUNDS.novelty), BOUNDS.novelty),
  threshold: finite,
  /** Threshold in km to the nearest centre of the first radial functions; only for a basis with location. */
  places: v.exactOptional(v.strictObject({ threshold: finite })),
});

/** Feature values as in data files: a number, a category, or null. */
const RawRowSchema = list(
  v.union([finite, v.pipe(v.string(), v.maxLength(MAX_CATEGORY)), v.null()]),
  BOUNDS.features,
);

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
      /** Note by the person who trained the model. */
      note: v.exactOptional(text),
      table: TablePartSchema,
      /** Range of the training target. */
      target: v.strictObject({ min: finite, max: finite }),
      features: TrainedFeaturesSchema,
      estimator: kind.schema,
      /** See `trust/uncertainty.ts`. */
      uncertainty: v.strictObject({
        folds: v.pipe(count, v.minValue(2)),
        spread: kind.spreadSchema,
        quantiles: list(v.strictObject({ coverage: finite, quantile: finite }), BOUNDS.entries, 2),
      }),
      novelty: NoveltySchema,
      metrics: MetricsSchema,
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
      golden: list(v.strictObject({ features: RawRowSchema, prediction: finite }), BOUNDS.golden, 1),
    }),
    v.check(
      (file) => findForeign(file) === undefined,
      ({ input }) => `The table has no feature ${findForeign(input)}`,
    ),
    v.check(
      (file) => findMisfit(kind, file) === undefined,
      ({ input }) => findMisfit(kind, input) ?? "",
    ),
    v.check(
      ({ estimator, novelty }) => !novelty.places || kind.trainingPlaces(estimator) !== undefined,
      "Expected radial basis functions, since novelty.places needs their centres",
    ),
    v.check(({ novelty, features }) => {
      const numbers = new Set(features.filter(isNumberLike).map(({ name }) => name));
      return novelty.columns.every((column) => numbers.has(column));
    }, "Expected novelty statistics of the model's numeric features"),
    v.check(
      ({ novelty: { columns, whitening } }) =>
        whitening.length === columns.length && whitening.every((row, i) => row.length === i + 1),
      "Expected a lower triangular whitening matrix with one row per column",
    ),
    v.check(
      (file) => file.golden.every((golden) => golden.features.length === file.features.length),
      "Expected one value per feature in each golden prediction",
    ),
  );
}

/** Finds a feature that the table lacks, or has with other categories. */
function findForeign({
  table,
  features,
}: {
  readonly table: TableSchema;
  readonly features: readonly TrainedFeature[];
}): string | undefined {
  const fields = new Map(table.fields.map((field) => [field.name, field]));
  return features.find((feature) => {
    const field = fields.get(feature.name);
    if (!field || field.role === "target") return true;
    const categories = field.type === "string" ? field.constraints?.enum?.length : undefined;
    return categories !== (isNumberLike(feature) ? undefined : feature.counts.length);
  })?.name;
}

/** Finds a part of the file that does not fit its estimator. */
function findMisfit(
  kind: EstimatorKind,
  {
    table,
    estimator,
    features,
    uncertainty,
  }: {
    readonly table: TableSchema;
    readonly estimator: Estimator;
    readonly features: readonly TrainedFeature[];
    readonly uncertainty: { readonly spread: Spread };
  },
): string | undefined {
  return kind.findMisfit(estimator, features, uncertainty.spread, new Table(table));
}

const SCHEMAS = new Map(ESTIMATOR_KINDS.map((kind) => [kind.name, fileSchema(kind)]));

/** Format for unknown kinds: rejects every file, and lists the kinds. */
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
export type Uncertainty = ModelFile["uncertainty"];
export type Novelty = v.InferOutput<typeof NoveltySchema>;

/** The part of a model file that training determines. */
export type ModelContent = Omit<ModelFile, "format" | "formatVersion" | "checksum" | "version">;

export type ParsedModelFile =
  | { readonly ok: true; readonly file: ModelFile }
  | { readonly ok: false; readonly problem: string };

const MAX_PROBLEM = 300;

/** Validates a model file; otherwise says where it first differs from the format. */
export function parseModelFile(json: unknown): ParsedModelFile {
  const result = v.safeParse(schemaFor(json), json, { abortEarly: true });
  if (result.success) return { ok: true, file: result.output };
  const [issue] = result.issues;
  const path = v.getDotPath(issue);
  // The message may quote long values.
  const problem = printable(path ? `${path}: ${issue.message}` : issue.message, MAX_PROBLEM);
  return { ok: false, problem };
}

/** Serializes a model file and seals it with its checksum. The same content and version give the same bytes. */
export function formatModelFile(content: ModelContent, version: number): string {
  const { name, ...rest } = content;
  const frame = { format: FORMAT, formatVersion: FORMAT_VERSION, checksum: UNSEALED, name, version };
  return seal(`${JSON.stringify({ ...frame, ...rest }, null, 2)}\n`);
}
