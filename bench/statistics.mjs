/**
 * The middle value; the mean of the two middle ones where the count is even.
 *
 * @param {readonly number[]} values - at least one
 */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Median over the rounds of `ours / peer`. Both were measured in the same round, one after the other, so what the
 * machine did beside them in that minute weighs on both.
 *
 * @param {readonly number[]} ours - one a round
 * @param {readonly number[]} peer - one a round
 */
export function medianRatio(ours, peer) {
  return median(ours.map((value, round) => value / peer[round]));
}
