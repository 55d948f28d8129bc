/** Largest row group: it is in memory as a whole. */
export const MAX_GROUP_BYTES = 2n ** 30n;
export const MAX_GROUP_ROWS = 10_000_000n;
