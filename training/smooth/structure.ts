import type { BlockOf } from "../../model/estimators/smooth/basis-format";
import type { SmoothEstimator } from "../../model/estimators/smooth/smooth-format";
import { rankCorrelation } from "../describe/rank-correlation";
import { placeOf, type TrainingTable } from "../training-table";
import { chooseTransform, type Transform } from "./choose-transform";
import { namesByKind, valuesOf } from "./features";
import { RULES } from "./rules";

/** Features and functions of a basis. Partly chosen by the target, so only from training rows. */
export interface Structure {
  readonly curves: readonly { readonly feature: string; readonly transform: Transform }[];
  readonly location: { readonly latitude: string; readonly longitude: string } | undefined;
  readonly products: readonly (readonly [string, string])[];
  readonly locationProducts: readonly string[];
  readonly categories: readonly string[];
  readonly categoryProducts: readonly { readonly feature: string; readonly number: string }[];
  readonly similar: BlockOf<"similarity">["features"];
}

/**
 * Chooses features by how much they tell about the target.
 *
 * @param isSpatial - whether to use functions of the location; otherwise latitude and longitude are ordinary numbers
 */
export function chooseStructure(houses: TrainingTable, isSpatial: boolean): Structure {
  const { numbers, categories } = namesByKind(houses);
  const location = isSpatial ? findLocation(houses) : undefined;
  const varying = numbers.filter((name) => isVarying(valuesOf(houses, name)));
  const strength = new Map(
    varying.map((name) => [name, Math.abs(rankCorrelation(valuesOf(houses, name), houses.target))]),
  );
  const strongest = [...varying].sort((a, b) => (strength.get(b) ?? 0) - (strength.get(a) ?? 0));
  const ordinary = strongest.filter((name) => name !== location?.latitude && name !== location?.longitude);
  const multiplied = ordinary.slice(0, RULES.product.features);
  return {
    curves: varying.map((feature) => ({
      feature,
      transform: chooseTransform(present(valuesOf(houses, feature))),
    })),
    location,
    products: multiplied.flatMap((second, j) =>
      multiplied.slice(0, j).map((first) => [first, second] as const),
    ),
    locationProducts: location ? ordinary.slice(0, RULES.locationProduct.features) : [],
    categories,
    categoryProducts: categories.flatMap((feature) =>
      ordinary.slice(0, RULES.categoryProduct.numbers).map((number) => ({ feature, number })),
    ),
    similar: strongest
      .slice(0, RULES.similarity.features)
      .map((feature) => ({ feature, weight: strength.get(feature) ?? 0 }))
      .filter(({ weight }) => weight > 0),
  };
}

export function structureOf({ basis: { curves, location, blocks } }: SmoothEstimator): Structure {
  const similarity = blocks.find((block) => block.kind === "similarity");
  return {
    curves: curves.map(({ feature, transform }) => ({ feature, transform })),
    location: location ? { latitude: location.latitude, longitude: location.longitude } : undefined,
    products: blocks.flatMap((block) => (block.kind === "product" ? [block.features] : [])),
    locationProducts: blocks.flatMap((block) => (block.kind === "location-product" ? [block.feature] : [])),
    categories: blocks.flatMap((block) => (block.kind === "category" ? [block.feature] : [])),
    categoryProducts: blocks.flatMap((block) =>
      block.kind === "category-product" ? [{ feature: block.feature, number: block.number }] : [],
    ),
    similar: similarity?.features ?? [],
  };
}

/** The location, if every row has one. */
function findLocation(houses: TrainingTable): Structure["location"] {
  const { table, features } = houses;
  const { location } = table;
  if (!location || !placeOf(houses)) return undefined;
  if (!features.includes(location.latitude) || !features.includes(location.longitude)) return undefined;
  return {
    latitude: table.features[location.latitude].name,
    longitude: table.features[location.longitude].name,
  };
}

export function present(values: Float64Array): Float64Array {
  return values.filter((value) => !Number.isNaN(value));
}

function isVarying(values: Float64Array): boolean {
  return new Set(present(values)).size > 1;
}
