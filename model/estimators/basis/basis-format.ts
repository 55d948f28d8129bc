import * as v from "valibot";
import { BOUNDS, list } from "../../file/bounds";
import { column, count, finite, positive } from "../../file/fields";
import type { Table } from "../../table/table";

/**
 * A derived basis as plain data: functions of the features that a linear regression weighs.
 *
 * Columns come in blocks, in the order of `blocks`; `basis.ts` evaluates them and `docs/SPATIAL.md` has the method.
 */

const size = v.pipe(count, v.minValue(1));

/** Smooth functions of one feature; see `curve.ts`. */
const CurveSchema = v.pipe(
  v.strictObject({
    feature: column,
    /** What is done to the feature before it is standardised: its natural logarithm, or nothing. */
    transform: v.picklist(["log", "identity"]),
    mean: finite,
    scale: positive,
    /** Standardised values are clipped to ± this, so that the functions are constant beyond. */
    limit: positive,
    /** Length scale of the kernel, in standardised units. */
    length: positive,
    /** Centres of the kernel, in standardised units. */
    knots: list(finite, BOUNDS.knots, 1),
    /** Mean of the kernel about each knot over the training rows. */
    kernelMeans: list(finite, BOUNDS.knots),
    /** Each function's weights of the centred kernels, one a knot. */
    functions: list(list(finite, BOUNDS.knots), BOUNDS.knots),
  }),
  v.check(
    ({ knots, kernelMeans, functions }) =>
      kernelMeans.length === knots.length && functions.every((weights) => weights.length === knots.length),
    "Expected one kernel mean and one weight a knot",
  ),
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

/** Columns that read the same features; each names those, as far as they are not the place. */
const BlockSchema = v.variant("kind", [
  /** The first `functions` curves of one feature. */
  v.strictObject({ kind: v.literal("curve"), feature: column, functions: size }),
  /** Products of a curve of one feature and a curve of another, by their positions. */
  v.strictObject({
    kind: v.literal("product"),
    features: v.tuple([column, column]),
    functions: list(v.tuple([count, count]), BOUNDS.columns),
  }),
  /** Radial functions of the place, by their position in `radials`. */
  v.strictObject({ kind: v.literal("place"), radial: count }),
  /** Products of the first `functions` curves of a feature and radial functions of the place. */
  v.strictObject({ kind: v.literal("place-product"), feature: column, functions: size, radial: count }),
]);

export const BasisSchema = v.pipe(
  v.strictObject({
    curves: list(CurveSchema, BOUNDS.curves),
    place: v.strictObject({
      /** Length of a degree of longitude, in degrees of latitude. */
      longitudeScale: positive,
      radials: list(RadialSchema, BOUNDS.radials),
    }),
    blocks: list(BlockSchema, BOUNDS.blocks, 1),
  }),
  v.check(({ curves, place, blocks }) => {
    const curveCount = (feature: string) =>
      curves.find((curve) => curve.feature === feature)?.functions.length ?? 0;
    return blocks.every((block) => readsOnly(block, curveCount, place.radials.length));
  }, "A block reads a function that the basis does not have"),
);

/** Whether a block reads only functions that there are. */
function readsOnly(block: BlockData, curveCount: (feature: string) => number, radialCount: number): boolean {
  switch (block.kind) {
    case "curve":
      return block.functions <= curveCount(block.feature);
    case "product": {
      const [first, second] = block.features.map(curveCount);
      return block.functions.every(([i, j]) => i < first && j < second);
    }
    case "place":
      return block.radial < radialCount;
    case "place-product":
      return block.radial < radialCount && block.functions <= curveCount(block.feature);
  }
}

export type BasisData = v.InferOutput<typeof BasisSchema>;
export type CurveData = v.InferOutput<typeof CurveSchema>;
export type RadialData = v.InferOutput<typeof RadialSchema>;
export type BlockData = v.InferOutput<typeof BlockSchema>;
export type BlockKind = BlockData["kind"];

export const BLOCK_KINDS = ["curve", "product", "place", "place-product"] as const satisfies BlockKind[];

/** What the blocks of a kind are functions of, in words. */
export function describeBlockKind(kind: BlockKind): string {
  switch (kind) {
    case "curve":
      return "one feature";
    case "product":
      return "two features";
    case "place":
      return "location";
    case "place-product":
      return "a feature × location";
  }
}

/** The columns of the data set that tell the place. */
export const PLACE = ["Latitude", "Longitude"] as const satisfies readonly string[];

/** The features that a block reads, in the order in which people would name them. */
export function featuresOf(block: BlockData): readonly string[] {
  switch (block.kind) {
    case "curve":
      return [block.feature];
    case "product":
      return block.features;
    case "place":
      return PLACE;
    case "place-product":
      return [block.feature, ...PLACE];
  }
}

/** What a block is about, in words: "income", "income × rooms", "location", "income × location". */
export function labelOf(block: BlockData, table: Table): string {
  const names: string[] = featuresOf(block)
    .filter((feature) => !isPlace(feature))
    .map((feature) => table.features[table.indexOf(feature)].label);
  if (featuresOf(block).some(isPlace)) names.push("location");
  return names.join(" × ");
}

function isPlace(feature: string): boolean {
  return PLACE.some((column) => column === feature);
}

/** Number of columns of a block. */
export function columnsOf(block: BlockData, { place }: Pick<BasisData, "place">): number {
  switch (block.kind) {
    case "curve":
      return block.functions;
    case "product":
      return block.functions.length;
    case "place":
      return place.radials[block.radial].centres.length;
    case "place-product":
      return block.functions * place.radials[block.radial].centres.length;
  }
}

/** Number of columns of a basis; the constant is not among them. */
export function basisSize(basis: BasisData): number {
  return basis.blocks.reduce((sum, block) => sum + columnsOf(block, basis), 0);
}

/** Operations that a kernel takes: differences, squares, a division. */
const KERNEL_OPERATIONS = 5;

/** About how many arithmetic operations it takes to evaluate a basis for one row, and to weigh its columns. */
export function basisOperations(basis: BasisData): number {
  const { curves, place } = basis;
  const kernels = [
    ...curves.map(({ knots, functions }) => knots.length * (KERNEL_OPERATIONS + functions.length)),
    ...place.radials.map(({ centres }) => centres.length * KERNEL_OPERATIONS),
  ];
  return kernels.reduce((sum, operations) => sum + operations, 2 * basisSize(basis));
}
