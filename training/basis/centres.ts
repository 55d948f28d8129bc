/** A point of the plane. */
export type Point = readonly [number, number];

/** Rounds of {@link findCentres}: more change little. */
const ROUNDS = 10;

/**
 * Centres of the points, by Lloyd's k-means: many where points are dense. Nothing is random: the first centres are
 * points at equal steps of the given order, duplicates dropped, so there may be fewer than asked for. A centre that no
 * point is nearest to stays where it is; on equal distance the first centre wins.
 *
 * Source: Lloyd, "Least squares quantization in PCM", IEEE Transactions on Information Theory 28 (1982) 129-137.
 *
 * @param count - number of centres asked for, at most that of the points
 */
export function findCentres(points: readonly Point[], count: number): Point[] {
  let centres = startingCentres(points, count);
  for (let round = 0; round < ROUNDS; round++) centres = moveToMeans(points, centres);
  return centres;
}

function startingCentres(points: readonly Point[], count: number): Point[] {
  const starts = new Map<string, Point>();
  for (let i = 0; i < count; i++) {
    const point = points[Math.floor(((i + 0.5) * points.length) / count)];
    const key = point.join();
    if (!starts.has(key)) starts.set(key, point);
  }
  return [...starts.values()];
}

function moveToMeans(points: readonly Point[], centres: readonly Point[]): Point[] {
  const xs = Float64Array.from(centres, ([x]) => x);
  const ys = Float64Array.from(centres, ([, y]) => y);
  const sums = centres.map(() => ({ x: 0, y: 0, points: 0 }));
  for (const [x, y] of points) {
    const sum = sums[nearest(xs, ys, x, y)];
    sum.x += x;
    sum.y += y;
    sum.points++;
  }
  return sums.map((sum, c) => (sum.points > 0 ? [sum.x / sum.points, sum.y / sum.points] : centres[c]));
}

function nearest(xs: Float64Array, ys: Float64Array, x: number, y: number): number {
  let best = 0;
  let least = Infinity;
  for (let c = 0; c < xs.length; c++) {
    const dx = x - xs[c];
    const dy = y - ys[c];
    const squared = dx * dx + dy * dy;
    if (squared < least) {
      least = squared;
      best = c;
    }
  }
  return best;
}
