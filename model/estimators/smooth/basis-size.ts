import type { BasisData, BlockData } from "./basis-format";
import { productCount } from "./blocks/product-block";

/** Grid nodes that one row may have to compute. */
const CORNERS = 4;

/** Operations per kernel: differences, squares, a root, a division. */
const KERNEL_OPERATIONS = 6;

/** Operations to read a feature: a logarithm, and a node lookup. */
const CURVE_OPERATIONS = 20;

export function blockSize(block: BlockData, { curves, location }: BasisData): number {
  const functionsOf = (feature: string) =>
    curves.find((curve) => curve.feature === feature)?.functions.length ?? 0;
  switch (block.kind) {
    case "curve":
      return functionsOf(block.feature);
    case "missing":
      return 1;
    case "category":
    case "category-product":
      return block.categories.length;
    case "location":
      return location?.radials.alone.centres.length ?? 0;
    case "product": {
      const [first, second] = block.features.map((feature) =>
        Math.min(functionsOf(feature), block.functions),
      );
      return first === 0 || second === 0 ? 0 : productCount(first, second, block.degree);
    }
    case "location-product": {
      const functions = Math.min(block.functions, functionsOf(block.feature));
      return functions * (location?.radials.products.centres.length ?? 0);
    }
    case "similarity":
      return block.centres.length;
  }
}

/** Number of columns of a basis, without the intercept. */
export function basisSize(basis: BasisData): number {
  return basis.blocks.reduce((sum, block) => sum + blockSize(block, basis), 0);
}

/** Approximate maximum number of arithmetic operations per row (no grid node nearby is computed yet). */
export function basisOperations(basis: BasisData): number {
  const { curves, location, blocks } = basis;
  const operations = blocks.map((block) => {
    const size = blockSize(block, basis);
    switch (block.kind) {
      case "location":
        return CORNERS * (KERNEL_OPERATIONS + 2) * size;
      case "location-product":
        return CORNERS * (KERNEL_OPERATIONS * (location?.radials.products.centres.length ?? 0) + 2 * size);
      case "similarity":
        return (KERNEL_OPERATIONS + 3 * block.features.length) * size;
      default:
        return 2 * size;
    }
  });
  return operations.reduce((sum, count) => sum + count, CURVE_OPERATIONS * curves.length);
}

export function isComplete(basis: BasisData): boolean {
  const { curves, blocks } = basis;
  const functionsOf = (feature: string) =>
    curves.find((curve) => curve.feature === feature)?.functions.length ?? 0;
  return blocks.every((block) => {
    if (block.kind === "location-product" && block.functions > functionsOf(block.feature)) return false;
    if (block.kind === "category-product" && functionsOf(block.number) === 0) return false;
    if (block.kind === "similarity") {
      const { features, centres } = block;
      const isWhole = centres.every((centre) => centre.length === features.length);
      if (!isWhole || !features.every(({ feature }) => functionsOf(feature) > 0)) return false;
    }
    return blockSize(block, basis) > 0;
  });
}
