const ROUNDS = 10;

/**
 * Lloyd's k-means. Deterministic: the first centres are evenly spaced points without duplicates, so there may be fewer than requested.
 * Centres without points stay; ties go to the first centre. Source: Lloyd, "Least squares quantization in PCM", IEEE Transactions on
 * Information Theory 28 (1982) 129-137.
 *
 * @param points - consecutive, each of `dimensions` numbers
 * @param count - number of centres, at most that of the points
 * @returns the centres, in the same layout
 */
export function findCentres(points: Float64Array, dimensions: number, count: number): Float64Array {
  let centres = startingCentres(points, dimensions, count);
  for (let round = 0; round < ROUNDS; round++) centres = moveToMeans(points, centres, dimensions);
  return centres;
}

function startingCentres(points: Float64Array, dimensions: number, count: number): Float64Array {
  const total = points.length / dimensions;
  const starts = new Map<string, Float64Array>();
  for (let i = 0; i < count; i++) {
    const at = Math.floor(((i + 0.5) * total) / count) * dimensions;
    const point = points.subarray(at, at + dimensions);
    const key = point.join();
    if (!starts.has(key)) starts.set(key, point);
  }
  return Float64Array.from([...starts.values()].flatMap((point) => [...point]));
}

function moveToMeans(points: Float64Array, centres: Float64Array, dimensions: number): Float64Array {
  const sums = new Float64Array(centres.length);
  const members = new Int32Array(centres.length / dimensions);
  for (let at = 0; at < points.length; at += dimensions) {
    const nearest = findNearest(points, at, centres, dimensions);
    members[nearest]++;
    for (let d = 0; d < dimensions; d++) sums[nearest * dimensions + d] += points[at + d];
  }
  return centres.map((value, i) => {
    const count = members[Math.floor(i / dimensions)];
    return count > 0 ? sums[i] / count : value;
  });
}

function findNearest(points: Float64Array, at: number, centres: Float64Array, dimensions: number): number {
  let nearest = 0;
  let least = Infinity;
  for (let c = 0, from = 0; from < centres.length; c++, from += dimensions) {
    let squared = 0;
    for (let d = 0; d < dimensions && squared < least; d++) {
      const difference = points[at + d] - centres[from + d];
      squared += difference * difference;
    }
    if (squared < least) {
      least = squared;
      nearest = c;
    }
  }
  return nearest;
}
