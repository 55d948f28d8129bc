import * as v from "valibot";
import { BOUNDS, list } from "../../file/bounds";
import { column, count, finite, positive } from "../../file/fields";
import { CurveSchema } from "./curve-format";

/**
 * A basis as plain data: functions of the features, used as columns of a linear regression. Columns are grouped in blocks, in the order
 * of `blocks`; each kind of block is a file in `blocks/`. Method: `docs/SMOOTH.md`.
 */

const size = v.pipe(count, v.minValue(1));

/** Grid lines for functions of the location, from south to north or from west to east. */
const gridLines = v.pipe(
  list(finite, BOUNDS.gridLines, 2),
  v.check((lines) => lines.every((line, i) => i === 0 || line > lines[i - 1]), "Expected ascending lines"),
);

/** Radial basis functions; see `radial.ts`. */
const RadialSchema = v.strictObject({
  /** Kernel: 1 / (1 + (distance / length)^power). */
  power: v.picklist([1, 2]),
  /** In degrees of latitude. */
  length: positive,
  /** Latitude and longitude, in degrees. */
  centres: list(v.strictTuple([finite, finite]), BOUNDS.centres, 1),
});

const LocationSchema = v.strictObject({
  latitude: column,
  longitude: column,
  /** Length of a degree of longitude, in degrees of latitude. */
  longitudeScale: positive,
  grid: v.strictObject({ latitudes: gridLines, longitudes: gridLines }),
  /** For the location alone, and for its products with features. */
  radials: v.strictObject({ alone: RadialSchema, products: RadialSchema }),
});

/** Positions of categories, ascending. */
const categories = v.pipe(
  list(count, BOUNDS.categories, 1),
  v.check((positions) => positions.every((position, i) => i === 0 || position > positions[i - 1])),
);

const BlockSchema = v.variant("kind", [
  v.strictObject({ kind: v.literal("curve"), feature: column }),
  /** Indicator of a missing value, minus its mean over the training rows. */
  v.strictObject({ kind: v.literal("missing"), feature: column, share: finite }),
  v.strictObject({ kind: v.literal("category"), feature: column, categories }),
  v.strictObject({ kind: v.literal("location") }),
  /** Products of the first `functions` functions of two features, with total degree up to `degree`. */
  v.strictObject({
    kind: v.literal("product"),
    features: v.strictTuple([column, column]),
    functions: size,
    degree: count,
  }),
  /** Products of the first `functions` functions of a feature and radial functions of the location. */
  v.strictObject({ kind: v.literal("location-product"), feature: column, functions: size }),
  /** Products of the first function of a number and indicators of categories. */
  v.strictObject({ kind: v.literal("category-product"), feature: column, number: column, categories }),
  /** Similarity to typical houses in several features. */
  v.strictObject({
    kind: v.literal("similarity"),
    /** Standardised features are multiplied by `weight`. */
    features: list(v.strictObject({ feature: column, weight: finite }), BOUNDS.similarFeatures, 1),
    /** Kernel: 1 / (1 + distance / length). */
    length: positive,
    /** Typical houses: one value per feature. */
    centres: list(list(finite, BOUNDS.similarFeatures), BOUNDS.centres, 1),
  }),
]);

export const BasisSchema = v.strictObject({
  curves: list(CurveSchema, BOUNDS.curves),
  location: v.nullable(LocationSchema),
  blocks: list(BlockSchema, BOUNDS.blocks, 1),
});

/** Order of the blocks in a basis; each prefix is a basis too. */
export const BLOCK_ORDER = [
  "curve",
  "missing",
  "category",
  "location",
  "product",
  "location-product",
  "category-product",
  "similarity",
] as const satisfies BlockKind[];

export const BlockKindSchema = v.picklist(BLOCK_ORDER);

export type BasisData = v.InferOutput<typeof BasisSchema>;
export type LocationData = v.InferOutput<typeof LocationSchema>;
export type RadialData = v.InferOutput<typeof RadialSchema>;
export type BlockData = v.InferOutput<typeof BlockSchema>;
export type BlockKind = BlockData["kind"];
export type BlockOf<Kind extends BlockKind> = Extract<BlockData, { kind: Kind }>;
