import { choose, clipped, isMissing, number, product, quotient, sum, weightedSum } from "../../formula/build";
import type { Expression, VectorExpression } from "../../formula/expression";
import type { Location } from "../../table/table";
import type { LocationData } from "./basis-format";
import { LocationGrid } from "./location-grid";

/** A corner of the row's grid cell. */
interface Corner {
  readonly latitude: Expression;
  readonly longitude: Expression;
  readonly node: Expression;
  readonly weight: Expression;
}

/** Position of a value between grid lines. */
interface Place {
  readonly cell: Expression;
  readonly lines: readonly [Expression, Expression];
  readonly fraction: Expression;
}

/** The formula of `LocationGrid`. */
export class LocationFormula {
  private readonly corners: readonly Corner[];
  private readonly grid: LocationGrid;
  private readonly products: VectorExpression;

  constructor(
    private readonly data: LocationData,
    location: Location,
    feature: (position: number) => Expression,
  ) {
    this.grid = new LocationGrid(data, location);
    const north = placeAmong(data.grid.latitudes, feature(location.latitude));
    const east = placeAmong(data.grid.longitudes, feature(location.longitude));
    const width = data.grid.longitudes.length;
    const part = ({ fraction }: Place, side: 0 | 1) =>
      side === 1 ? fraction : weightedSum([{ weight: -1, term: fraction }], 1);
    this.corners = (
      [
        [0, 0],
        [0, 1],
        [1, 0],
        [1, 1],
      ] as const
    ).map(([n, e]) => ({
      latitude: north.lines[n],
      longitude: east.lines[e],
      node: weightedSum(
        [
          { weight: width, term: north.cell },
          { weight: 1, term: east.cell },
        ],
        n * width + e,
      ),
      weight: product(part(north, n), part(east, e)),
    }));
    const { centres } = data.radials.products;
    const elements = centres.map((_, c) =>
      this.radial(
        "products",
        Float64Array.from(centres, (_, i) => Number(i === c)),
      ),
    );
    this.products = { op: "vector", elements };
  }

  weighAlone(weights: Float64Array): Expression {
    const atNode = new Float64Array(weights.length);
    const values = Float64Array.from({ length: this.grid.size }, (_, node) => {
      this.grid.evaluateAt(node, "alone", atNode);
      let total = 0;
      for (let c = 0; c < atNode.length; c++) total += weights[c] * atNode[c];
      return total;
    });
    return this.radial("alone", weights, values);
  }

  weighProducts(weights: Float64Array): Expression {
    return { op: "dot", vector: this.products, weights };
  }

  /** Bilinear interpolation between the four corners. */
  private radial(name: "alone" | "products", all: Float64Array, values?: Float64Array): Expression {
    const { longitudeScale, radials } = this.data;
    const { length, power, centres } = radials[name];
    const used = centres.flatMap((_, c) => (all[c] === 0 ? [] : c));
    const terms = this.corners.map(({ latitude, longitude, node, weight }) => {
      const computed: Expression = {
        op: "radial",
        point: [
          weightedSum([{ weight: 1 / length, term: latitude }]),
          weightedSum([{ weight: longitudeScale / length, term: longitude }]),
        ],
        centres: used.map((c) => [centres[c][0] / length, (centres[c][1] * longitudeScale) / length]),
        weights: used.map((c) => all[c]),
        power,
      };
      const atNode: Expression = values
        ? { op: "lookup", values, index: node, otherwise: computed }
        : computed;
      return product(weight, atNode);
    });
    return sum(terms);
  }
}

/** Missing values are at the middle line; values beyond the grid at the nearest line. */
function placeAmong(lines: readonly number[], value: Expression): Place {
  const inside = clipped(
    choose(isMissing(value), number(lines[lines.length >> 1]), value),
    lines[0],
    lines[lines.length - 1],
  );
  const cell = searchCell(lines, inside, 0, lines.length - 2);
  const before = lineAt(lines, cell, 0);
  const after = lineAt(lines, cell, 1);
  const difference = (of: Expression) =>
    weightedSum([
      { weight: 1, term: of },
      { weight: -1, term: before },
    ]);
  return { cell, lines: [before, after], fraction: quotient(difference(inside), difference(after)) };
}

/** Binary search. */
function searchCell(lines: readonly number[], value: Expression, first: number, last: number): Expression {
  if (first === last) return number(first);
  const middle = (first + last + 1) >> 1;
  return choose(
    { test: "below", of: value, limit: lines[middle] },
    searchCell(lines, value, first, middle - 1),
    searchCell(lines, value, middle, last),
  );
}

function lineAt(lines: readonly number[], cell: Expression, next: 0 | 1): Expression {
  const values = Float64Array.from(lines.slice(next, lines.length - 1 + next));
  const search = (first: number, last: number): Expression => {
    if (first === last) return number(values[first]);
    const middle = (first + last + 1) >> 1;
    return choose(
      { test: "below", of: cell, limit: middle },
      search(first, middle - 1),
      search(middle, last),
    );
  };
  return { op: "lookup", values, index: cell, otherwise: search(0, values.length - 1) };
}
