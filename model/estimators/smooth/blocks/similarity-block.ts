import type { BlockOf } from "../basis-format";
import type { Curve } from "../curve";
import type { RowPlace } from "../row-place";
import type { Block } from "./block";

/**
 * Similarity to typical houses: 1 / (1 + distance / length), with the weighted Euclidean distance of standardised features. Missing
 * values are replaced by the mean.
 *
 * @param curves - standardise the features
 */
export function similarityBlock(
  row: RowPlace,
  { features, length, centres }: BlockOf<"similarity">,
  curves: readonly Curve[],
  label: string,
): Block {
  const count = features.length;
  const size = centres.length;
  const scales = Float64Array.from(features, ({ weight }) => weight / length);
  const points = Float64Array.from(centres.flatMap((centre) => centre.map((value) => value / length)));
  const point = new Float64Array(count);
  const readPoint = () => {
    for (let j = 0; j < count; j++) {
      const curve = curves[j];
      const u = curve.standardise(row.rows[row.offset + curve.position]);
      point[j] = Number.isNaN(u) ? 0 : u * scales[j];
    }
  };
  const functionAt = (c: number) => {
    let squared = 0;
    for (let j = 0, at = c * count; j < count; j++, at++) {
      const difference = point[j] - points[at];
      squared += difference * difference;
    }
    return 1 / (1 + Math.sqrt(squared));
  };
  return {
    size,
    features: curves.map(({ position }) => position),
    label,
    write(columns, start) {
      readPoint();
      for (let c = 0; c < size; c++) columns[start + c] = functionAt(c);
    },
    weigh: (weights) => () => {
      readPoint();
      let sum = 0;
      for (let c = 0; c < size; c++) sum += weights[c] * functionAt(c);
      return sum;
    },
  };
}
