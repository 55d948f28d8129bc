import type { Pace } from "../api/latest";

/** A price: every second frame is smooth enough. */
export const PRICE_PACE: Pace = { interval: 33, rest: 0 };

/** A batch, for a map or a curve: while a busy server works on it, others wait, so half of the time is theirs. */
export const BATCH_PACE: Pace = { interval: 80, rest: 1 };
