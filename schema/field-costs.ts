import { FEATURE_COUNT } from "../model/features";
import type { ModelCatalogue } from "../model/registry/catalogue";
import { warningsOf } from "../model/trust/warnings/model-warnings";

/**
 * What the fields of the schema cost, by their coordinates (`Type.field`). One unit is about 1.5 µs of processor time, or 30 bytes of answer,
 * whichever a field needs more of: `bench/measure-fields.mjs` measures them. Every field costs one unit; these cost so many more.
 */
export const FIELD_COSTS: { readonly [coordinate: string]: number } = {
  // Computed for each row.
  "Query.predictHousePrice": 10,
  "HousePricePrediction.unclippedHousePrice": 6,
  "HousePricePrediction.interval": 14,
  "HousePricePrediction.contributions": 40,
  "HousePricePrediction.warnings": 14,
  "HousePricePrediction.model": 5,
  // Long strings.
  "FeatureWarning.message": 5,
  "InvalidHouseFeatures.message": 4,
  "ModelRef.sha256": 2,
  "ModelInfo.sha256": 2,
  "ModelInfo.algorithm": 2,
  "Target.description": 3,
  "FeatureInfo.description": 2,
  "FeatureInfo.unit": 1,
  "TrainingData.sha256": 2,
  "BasisPenalty.terms": 1,
};

/** What a row of a batch costs besides its fields: it is read, checked and predicted. */
export const ROW_COST = 10;

/** What an object costs besides its fields. */
export const OBJECT_COST = 3;

/** Greatest length of each list that an answer can have, by the coordinates of its field. */
export type ListLengths = { readonly [coordinate: string]: number };

const known = new WeakMap<ModelCatalogue, ListLengths>();

/** Greatest lengths of lists in answers about the models of `catalogue`. */
export function listLengths(catalogue: ModelCatalogue): ListLengths {
  let lengths = known.get(catalogue);
  if (!lengths) {
    lengths = measureLists(catalogue);
    known.set(catalogue, lengths);
  }
  return lengths;
}

function measureLists({ models }: ModelCatalogue): ListLengths {
  const features = longest(models, ({ file }) => file.features.length);
  return {
    "Query.models": models.length,
    "HousePricePrediction.contributions": longest(
      models,
      ({ contributionGroups }) => contributionGroups.length,
    ),
    "FeatureContribution.features": longest(models, ({ contributionGroups }) =>
      longest(contributionGroups, (group) => group.features.length),
    ),
    "HousePricePrediction.warnings": longest(models, (model) => warningsOf(model).max),
    "InvalidHouseFeatures.fields": FEATURE_COUNT,
    "ModelInfo.features": features,
    "ModelInfo.libraries": longest(models, ({ file }) => file.libraries.length),
    "ModelMetrics.crossValidation": longest(models, ({ file }) => file.metrics.crossValidation.length),
    "ModelMetrics.coverage": longest(models, ({ file }) => file.metrics.coverage.length),
  };
}

function longest<T>(items: readonly T[], length: (item: T) => number): number {
  return items.reduce((most, item) => Math.max(most, length(item)), 0);
}
