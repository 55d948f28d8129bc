import type { ContributionGroup } from "../predictor";
import type { PlacedBlock } from "./basis";

/** A group of features, and the blocks that read exactly these features. */
export interface BlockGroup extends ContributionGroup {
  readonly blocks: readonly number[];
}

export function groupBlocks(blocks: readonly PlacedBlock[]): BlockGroup[] {
  const groups = new Map<string, BlockGroup>();
  blocks.forEach(({ features, label }, b) => {
    const key = [...features].sort((one, other) => one - other).join();
    const group = groups.get(key);
    groups.set(key, group ? { ...group, blocks: [...group.blocks, b] } : { features, label, blocks: [b] });
  });
  return [...groups.values()];
}
