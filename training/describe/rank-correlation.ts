/** Ranks from 1; ties share their mean. */
function ranksOf(values: Float64Array): Float64Array {
  const order = Uint32Array.from(values, (_, i) => i).sort((a, b) => values[a] - values[b]);
  const ranks = new Float64Array(values.length);
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && values[order[end]] === values[order[start]]) end++;
    for (let i = start; i < end; i++) ranks[order[i]] = (start + end + 1) / 2;
    start = end;
  }
  return ranks;
}

/** Spearman's rank correlation over rows with both values; 0 with fewer than `minRows` rows, or for a constant column. */
export function rankCorrelation(one: Float64Array, other: Float64Array, minRows = 20): number {
  const rows = [...one.keys()].filter((i) => !Number.isNaN(one[i]) && !Number.isNaN(other[i]));
  if (rows.length < minRows) return 0;
  const x = ranksOf(Float64Array.from(rows, (i) => one[i]));
  const y = ranksOf(Float64Array.from(rows, (i) => other[i]));
  // Mean of all ranks, with or without ties.
  const mean = (rows.length + 1) / 2;
  let xy = 0;
  let xx = 0;
  let yy = 0;
  for (let i = 0; i < x.length; i++) {
    xy += (x[i] - mean) * (y[i] - mean);
    xx += (x[i] - mean) ** 2;
    yy += (y[i] - mean) ** 2;
  }
  return xx === 0 || yy === 0 ? 0 : xy / Math.sqrt(xx * yy);
}
