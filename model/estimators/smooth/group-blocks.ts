import type { ContributionGroup } from "../predictor";
import type { PlacedBlock } from "./basis";

/** A group of features, and the blocks that read these features and no others. */
export interface BlockGroup extends ContributionGroup {
  /** Positions of the blocks. */
  readonly blocks: readonly number[];
}

/** Puts together the blocks that read the same features. */
export function groupBlocks(blocks: readonly PlacedBlock[]): BlockGroup[] {
  const groups = new Map<string, BlockGroup>();
  blocks.forEach(({ features, label }, b) => {
    const key = [...features].sort((one, other) => one - other).join();
    const group = groups.get(key);
    groups.set(key, group ? { ...group, blocks: [...group.blocks, b] } : { features, label, blocks: [b] });
  });
  return [...groups.values()];
}
