import { affine, choose, number, product, sum, weightedSum } from "../../formula/build";
import type { Expression } from "../../formula/expression";
import type { Table } from "../../table/table";
import type { BasisData, BlockData, BlockOf } from "./basis-format";
import { innerWeights, pairsOf } from "./blocks/product-block";
import { CurveFormula } from "./curve-formula";
import { LocationFormula } from "./location-formula";

/** The formula of `Basis`: the weighted sum of each block. */
export class BasisFormula {
  private readonly curves: ReadonlyMap<string, CurveFormula>;
  private readonly place: LocationFormula | undefined;

  constructor(
    { curves, location }: BasisData,
    private readonly table: Table,
    private readonly feature: (position: number) => Expression,
  ) {
    this.curves = new Map(
      curves.map((curve) => [curve.feature, new CurveFormula(curve, feature(table.indexOf(curve.feature)))]),
    );
    if (location) {
      const position = {
        latitude: table.indexOf(location.latitude),
        longitude: table.indexOf(location.longitude),
      };
      this.place = new LocationFormula(location, position, feature);
    }
  }

  /** @param weights - one per column of the block */
  weigh(block: BlockData, weights: Float64Array): Expression {
    switch (block.kind) {
      case "curve":
        return this.curveOf(block.feature).weigh(weights);
      case "missing":
        return this.missing(block, weights[0]);
      case "category":
        return this.category(block, weights);
      case "location":
        return this.placeOf().weighAlone(weights);
      case "product":
        return this.products(block, weights);
      case "location-product": {
        const curve = this.curveOf(block.feature);
        const size = weights.length / block.functions;
        return sum(
          Array.from({ length: block.functions }, (_, k) =>
            product(curve.at(k), this.placeOf().weighProducts(weights.subarray(k * size, (k + 1) * size))),
          ),
        );
      }
      case "category-product":
        return product(this.category(block, weights), this.curveOf(block.number).at(0));
      case "similarity":
        return this.similarity(block, weights);
    }
  }

  /**
   * The sum of several products: Σᵢ functionᵢ · (Σⱼ weightᵢⱼ · functionⱼ), with one vector of all functions. So engines compute far less
   * than with a sum for each block.
   *
   * @param weights - of each block, one per column
   */
  weighProducts(blocks: readonly BlockOf<"product">[], weights: readonly Float64Array[]): Expression {
    const elements = new Map<Expression, number>();
    const sums = new Map<Expression, { readonly at: Expression; readonly weight: number }[]>();
    blocks.forEach((block, b) => {
      const [first, second] = block.features.map((feature) => this.curveOf(feature));
      innerWeights(pairsIn(block, first, second), weights[b], second.size).forEach((ofSecond, i) => {
        const known = sums.get(first.at(i)) ?? [];
        sums.set(first.at(i), known);
        ofSecond.forEach((weight, j) => {
          if (weight === 0) return;
          const at = second.at(j);
          if (!elements.has(at)) elements.set(at, elements.size);
          known.push({ at, weight });
        });
      });
    });
    const vector = { op: "vector", elements: [...elements.keys()] } as const;
    const terms = [...sums].map(([first, ofFirst]) => {
      const inner = new Float64Array(elements.size);
      for (const { at, weight } of ofFirst) inner[elements.get(at) ?? 0] += weight;
      return product(first, { op: "dot", vector, weights: inner });
    });
    return sum(terms);
  }

  private missing({ feature, share }: BlockOf<"missing">, weight: number): Expression {
    const position = this.table.indexOf(feature);
    const { categories } = this.table.features[position];
    return choose(
      categories ? { test: "missing category", position } : { test: "missing", of: this.feature(position) },
      number(weight * (1 - share)),
      number(-weight * share),
    );
  }

  private category(
    { feature, categories }: Pick<BlockOf<"category">, "feature" | "categories">,
    weights: Float64Array,
  ): Expression {
    const position = this.table.indexOf(feature);
    const values = (this.table.features[position].categories ?? []).map(() => 0);
    categories.forEach((category, k) => {
      values[category] = weights[k];
    });
    return { op: "category", position, values, missing: 0, unknown: 0 };
  }

  private products(block: BlockOf<"product">, weights: Float64Array): Expression {
    const [first, second] = block.features.map((feature) => this.curveOf(feature));
    const inner = innerWeights(pairsIn(block, first, second), weights, second.size);
    return sum(
      inner.map((ofSecond, i) => {
        const terms = Array.from(ofSecond, (weight, j) => ({ weight, term: second.at(j) }));
        return product(first.at(i), weightedSum(terms));
      }),
    );
  }

  private similarity(
    { features, length, centres }: BlockOf<"similarity">,
    weights: Float64Array,
  ): Expression {
    const point = features.map(({ feature, weight }) => {
      const curve = this.curveOf(feature);
      return choose(curve.isMissing, number(0), affine(curve.standardised, weight / length));
    });
    return {
      op: "radial",
      point,
      centres: centres.map((centre) => centre.map((value) => value / length)),
      weights,
      power: 1,
    };
  }

  private curveOf(feature: string): CurveFormula {
    const curve = this.curves.get(feature);
    if (!curve) throw new TypeError(`The basis has no curve of ${feature}.`);
    return curve;
  }

  private placeOf(): LocationFormula {
    if (!this.place) throw new TypeError("The basis has no location.");
    return this.place;
  }
}

function pairsIn(
  { functions, degree }: BlockOf<"product">,
  first: CurveFormula,
  second: CurveFormula,
): [number, number][] {
  return pairsOf(Math.min(first.size, functions), Math.min(second.size, functions), degree);
}
