import * as v from "valibot";
import { BOUNDS, list } from "../../file/bounds";
import { column, count, finite, positive } from "../../file/fields";
import { CurveSchema } from "./curve-format";

/**
 * A basis as plain data: functions of the features that a linear regression weighs.
 *
 * Columns come in blocks, in the order of `blocks`. Each kind of block is a file in `blocks/`; `docs/SMOOTH.md` has the method.
 */

const size = v.pipe(count, v.minValue(1));

/** Lines of the grid that functions of the location are computed on, from south to north or from west to east. */
const gridLines = v.pipe(
  list(finite, BOUNDS.gridLines, 2),
  v.check((lines) => lines.every((line, i) => i === 0 || line > lines[i - 1]), "Expected ascending lines"),
);

/** Functions of the distance to centres; see `radial.ts`. */
const RadialSchema = v.strictObject({
  /** Exponent of the kernel 1 / (1 + (distance / length)^power). */
  power: v.picklist([1, 2]),
  /** Length scale of the kernel, in degrees of latitude. */
  length: positive,
  /** Latitude and longitude of each centre, in degrees. */
  centres: list(v.tuple([finite, finite]), BOUNDS.centres, 1),
});

const LocationSchema = v.strictObject({
  latitude: column,
  longitude: column,
  /** Length of a degree of longitude, in degrees of latitude. */
  longitudeScale: positive,
  grid: v.strictObject({ latitudes: gridLines, longitudes: gridLines }),
  /** Of the location alone, and of its products with features. */
  radials: v.strictObject({ alone: RadialSchema, products: RadialSchema }),
});

/** Positions of some categories of a column, in ascending order. */
const categories = v.pipe(
  list(count, BOUNDS.categories, 1),
  v.check((positions) => positions.every((position, i) => i === 0 || position > positions[i - 1])),
);

/** Columns that read the same features. */
const BlockSchema = v.variant("kind", [
  /** The curves of one feature. */
  v.strictObject({ kind: v.literal("curve"), feature: column }),
  /** Whether a feature is missing, less the share of the training rows in which it is. */
  v.strictObject({ kind: v.literal("missing"), feature: column, share: finite }),
  /** Whether a feature is each of some categories. */
  v.strictObject({ kind: v.literal("category"), feature: column, categories }),
  /** Radial functions of the location. */
  v.strictObject({ kind: v.literal("location") }),
  /** Products of one of the first `functions` curves of a feature and one of another's, whose positions add to `degree` at most. */
  v.strictObject({
    kind: v.literal("product"),
    features: v.tuple([column, column]),
    functions: size,
    degree: count,
  }),
  /** Products of the first `functions` curves of a feature and radial functions of the location. */
  v.strictObject({ kind: v.literal("location-product"), feature: column, functions: size }),
  /** The first curve of a number, for each of some categories of another feature. */
  v.strictObject({ kind: v.literal("category-product"), feature: column, number: column, categories }),
  /** Functions of how alike the house is to typical ones in several features at once. */
  v.strictObject({
    kind: v.literal("similarity"),
    /** Each standardised feature is multiplied by its weight. */
    features: list(v.strictObject({ feature: column, weight: finite }), BOUNDS.similarFeatures, 1),
    /** Length scale of the kernel 1 / (1 + distance / length). */
    length: positive,
    /** The typical houses: one number a feature. */
    centres: list(list(finite, BOUNDS.similarFeatures), BOUNDS.centres, 1),
  }),
]);

export const BasisSchema = v.strictObject({
  curves: list(CurveSchema, BOUNDS.curves),
  location: v.nullable(LocationSchema),
  blocks: list(BlockSchema, BOUNDS.blocks, 1),
});

/** The kinds of blocks in the order in which they are in a basis: the first of them are a basis as well. */
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
