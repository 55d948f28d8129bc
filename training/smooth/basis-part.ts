import type { Basis } from "../../model/estimators/smooth/basis";
import {
  type BasisData,
  BLOCK_ORDER,
  type BlockData,
  type BlockKind,
} from "../../model/estimators/smooth/basis-format";
import { endingsOf } from "./choose-settings";

/** The first blocks of a basis, through those of a kind, and the functions they read. */
export function upTo(basis: BasisData, through: BlockKind): BasisData {
  const last = BLOCK_ORDER.indexOf(through);
  const blocks = basis.blocks.filter(({ kind }) => BLOCK_ORDER.indexOf(kind) <= last);
  const read = new Set(blocks.flatMap(curvesOf));
  return { ...basis, curves: basis.curves.filter(({ feature }) => read.has(feature)), blocks };
}

export function columnsThrough(basis: Basis, through: BlockKind): number {
  const last = BLOCK_ORDER.indexOf(through);
  const ends = endingsOf(basis).filter(({ kind }) => BLOCK_ORDER.indexOf(kind) <= last);
  return ends.at(-1)?.columns ?? 0;
}

function curvesOf(block: BlockData): readonly string[] {
  switch (block.kind) {
    case "curve":
    case "location-product":
      return [block.feature];
    case "product":
      return block.features;
    case "category-product":
      return [block.number];
    case "similarity":
      return block.features.map(({ feature }) => feature);
    default:
      return [];
  }
}
