import { affine, choose, number, product, sum } from "../../formula/build";
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

  private products({ features, functions, degree }: BlockOf<"product">, weights: Float64Array): Expression {
    const [first, second] = features.map((feature) => this.curveOf(feature));
    const pairs = pairsOf(Math.min(first.size, functions), Math.min(second.size, functions), degree);
    const inner = innerWeights(pairs, weights, second.size);
    return sum(inner.map((ofSecond, i) => product(first.at(i), second.weigh(ofSecond))));
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
