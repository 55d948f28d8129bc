import { QUANTILES } from "../model/file/trained-feature";
import type { Model } from "../model/model";
import type { ModelCatalogue } from "../model/registry/catalogue";
import type { Table } from "../model/table/table";
import { warningsOf } from "../model/trust/warnings/model-warnings";
import { MAX_EXAMPLES } from "./example-house.type";
import { MAX_PROBLEMS } from "./invalid-input.error";

const CONTRIBUTIONS = "HousePricePrediction.contributions";
const INVALID_MESSAGE = "InvalidHouseFeatures.message";

/**
 * Extra cost of fields by coordinates (`Type.field`); every field costs one unit. A unit is about 1.5 µs of processor time or 30 bytes of
 * answer, whichever is more; measured by `bench/measure-fields.mjs`.
 */
const FIELD_COSTS: { readonly [coordinate: string]: number } = {
  // Computed for each row.
  "HousePricePrediction.unclippedHousePrice": 6,
  "HousePricePrediction.interval": 14,
  [CONTRIBUTIONS]: 36,
  "HousePricePrediction.warnings": 14,
  "HousePricePrediction.model": 5,
  // Long strings.
  "FeatureWarning.message": 5,
  [INVALID_MESSAGE]: 4,
  "ModelRef.sha256": 2,
  "ModelInfo.sha256": 2,
  "ModelInfo.algorithm": 2,
  "ModelInfo.reason": 4,
  "ModelInfo.note": 4,
  "Target.description": 3,
  "FeatureInfo.description": 2,
  "ColumnInfo.description": 2,
  "FeatureInfo.unit": 1,
  "TrainingData.sha256": 2,
  "BasisPenalty.terms": 1,
};

/** Per row and column: reading, checking and predicting. */
const COLUMN_COST = 1.2;
const MIN_ROW_COST = 10;

/** Problems included in the cost of a row; each further one costs a unit. */
const FEW_PROBLEMS = 8;

/** Per feature: computing its contribution and combining it in `contributions(first:)`. */
const CONTRIBUTION_COST = 0.5;

/** Name and value of a feature in an example. */
const VALUE_COST = 2;

export interface FieldCosts {
  /** Per batch row, besides its fields. */
  readonly row: number;
  /** Extra cost by coordinates. */
  readonly fields: { readonly [coordinate: string]: number };
}

export function fieldCosts({ width }: Table): FieldCosts {
  const row = Math.max(MIN_ROW_COST, Math.ceil(COLUMN_COST * width));
  const contributions = FIELD_COSTS[CONTRIBUTIONS] + Math.floor(CONTRIBUTION_COST * width);
  const message = FIELD_COSTS[INVALID_MESSAGE] + Math.max(0, Math.min(width, MAX_PROBLEMS) - FEW_PROBLEMS);
  return {
    row,
    fields: {
      ...FIELD_COSTS,
      "Query.predictHousePrice": row,
      [CONTRIBUTIONS]: contributions,
      [INVALID_MESSAGE]: message,
      "ExampleHouse.input": VALUE_COST * width,
    },
  };
}

/** Per object, besides its fields. */
export const OBJECT_COST = 3;

/** Warnings that count in full. All warnings of a row of 150 features take as long, and as many bytes, as this many cost. */
const MANY_WARNINGS = 35;

/** Maximum list length by field coordinates. */
export type ListLengths = { readonly [coordinate: string]: number };

const known = new WeakMap<ModelCatalogue, ListLengths>();

export function listLengths(catalogue: ModelCatalogue, table: Table): ListLengths {
  let lengths = known.get(catalogue);
  if (!lengths) {
    lengths = measureLists(catalogue, table);
    known.set(catalogue, lengths);
  }
  return lengths;
}

function measureLists({ models }: ModelCatalogue, { width, features }: Table): ListLengths {
  const categories = features.reduce((sum, column) => sum + (column.categories?.length ?? 0), 0);
  const groups = longest(models, ({ contributionGroups }) => contributionGroups.length);
  return {
    "Query.models": models.length,
    [CONTRIBUTIONS]: groups,
    "FeatureContribution.features": longest(models, meanGroup),
    "HousePricePrediction.warnings": Math.min(
      MANY_WARNINGS,
      longest(models, (model) => warningsOf(model).max),
    ),
    "InvalidHouseFeatures.fields": Math.min(width, MAX_PROBLEMS),
    "ModelInfo.features": longest(models, ({ file }) => file.features.length),
    "ModelInfo.columns": width,
    "ModelInfo.examples": MAX_EXAMPLES,
    "ColumnInfo.categories": Math.ceil(categories / width),
    "ColumnInfo.quantiles": QUANTILES,
    "ModelInfo.libraries": longest(models, ({ file }) => file.libraries.length),
    "ModelMetrics.crossValidation": longest(models, ({ file }) => file.metrics.crossValidation.length),
    "ModelMetrics.coverage": longest(models, ({ file }) => file.metrics.coverage.length),
  };
}

function meanGroup({ contributionGroups }: Model): number {
  const features = contributionGroups.reduce((sum, group) => sum + group.features.length, 0);
  return Math.ceil(features / Math.max(1, contributionGroups.length));
}

function longest<T>(items: readonly T[], length: (item: T) => number): number {
  return items.reduce((most, item) => Math.max(most, length(item)), 0);
}
