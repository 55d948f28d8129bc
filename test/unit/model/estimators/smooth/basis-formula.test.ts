import fc from "fast-check";
import { Basis } from "../../../../../model/estimators/smooth/basis";
import type { BasisData } from "../../../../../model/estimators/smooth/basis-format";
import { BasisFormula } from "../../../../../model/estimators/smooth/basis-formula";
import { featureReader } from "../../../../../model/formula/build";
import { type Expression, operandsOf } from "../../../../../model/formula/expression";
import { ExpressionEvaluator } from "../../../../support/evaluate-expression";
import { weightsFor } from "../../../../support/small-basis";
import { SMALL_BASIS } from "../../../../support/small-smooth";
import { HOUSES } from "../../../../support/smooth-houses";

const number = (min: number, max: number) =>
  fc.oneof(fc.double({ min, max, noNaN: true }), fc.constant(Number.NaN));

/** North, East, Area, Rooms, Garden, Style, Heating: also of beyond all that training saw. */
const anyRow = fc
  .tuple(
    number(49, 54),
    number(3, 9),
    number(-40, 60),
    number(-10, 20),
    number(0, 100),
    fc.constantFrom(-1, 0, 1, 2, Number.NaN),
    fc.constantFrom(-1, 0, 1, Number.NaN),
  )
  .map((values) => Float64Array.from(values));

const formulaOf = (data: BasisData) => new BasisFormula(data, HOUSES, featureReader());

let basis: Basis;
let formula: BasisFormula;

beforeEach(() => {
  basis = new Basis(SMALL_BASIS, HOUSES);
  formula = formulaOf(SMALL_BASIS);
});

describe("the formula of a block", () => {
  it.each(SMALL_BASIS.blocks.map((data, b) => [data.kind, b] as const))(
    "of the kind %s has the weighted sum that the block has, with lists and without",
    (_kind, b) => {
      const block = basis.blocks[b];
      const weights = weightsFor(block);
      const expression = formula.weigh(block.data, weights);
      const weigh = block.weigh(weights);
      fc.assert(
        fc.property(anyRow, fc.boolean(), (row, hasLists) => {
          basis.read(row, 0);

          expect(new ExpressionEvaluator(row, hasLists).evaluate(expression)).toBeCloseTo(weigh(), 9);
        }),
      );
    },
  );

  it("of missing categories weighs them by the share of the others", () => {
    const ofHeating = formula.weigh({ kind: "missing", feature: "Heating", share: 0.25 }, Float64Array.of(8));

    expect(ofHeating).toEqual({
      op: "choose",
      condition: { test: "missing category", position: 6 },
      yes: { op: "number", value: 6 },
      no: { op: "number", value: -2 },
    });
  });

  it("of a category has a number for each category of the table", () => {
    const block = { kind: "category", feature: "Style", categories: [0, 2] } as const;

    expect(formula.weigh({ ...block, categories: [0, 2] }, Float64Array.of(5, 7))).toEqual({
      op: "category",
      position: 5,
      values: [5, 0, 7],
      missing: 0,
      unknown: 0,
    });
  });
});

describe("the formula of several products", () => {
  const products = [
    { kind: "product", features: ["Area", "Rooms"], functions: 3, degree: 2 },
    { kind: "product", features: ["Rooms", "Area"], functions: 1, degree: 1 },
    { kind: "product", features: ["Area", "Area"], functions: 2, degree: 3 },
  ] satisfies BasisData["blocks"];
  const data: BasisData = { ...SMALL_BASIS, blocks: products };

  it("is the sum of the products", () => {
    const basis = new Basis(data, HOUSES);
    const weights = basis.blocks.map(weightsFor);
    const expression = formulaOf(data).weighProducts(products, weights);
    const weigh = basis.blocks.map((block, b) => block.weigh(weights[b]));
    fc.assert(
      fc.property(anyRow, (row) => {
        basis.read(row, 0);
        const sum = weigh.reduce((total, each) => total + each(), 0);

        expect(new ExpressionEvaluator(row).evaluate(expression)).toBeCloseTo(sum, 8);
      }),
    );
  });

  it("has one vector, of the functions that have a weight", () => {
    const weights = [Float64Array.of(1, 0, 0, 2, 0, 0), Float64Array.of(0), Float64Array.of(3, 0, 0, 0)];
    const expression = formulaOf(data).weighProducts(products, weights);
    const vectors = new Set<Expression>();
    const visit = (each: Expression) => {
      if (each.op === "dot") vectors.add(each.vector);
      else operandsOf(each).forEach(visit);
    };
    visit(expression);

    expect([...vectors]).toHaveLength(1);
    // The first function of the rooms, and the first of the area.
    expect([...vectors].flatMap(operandsOf)).toHaveLength(2);
  });

  it("is nothing of no products", () => {
    expect(formula.weighProducts([], [])).toEqual({ op: "sum", constant: 0, terms: [] });
  });
});

describe("the formula of a basis that is not complete", () => {
  it("is refused by the name of the curve, or for its location", () => {
    const empty = formulaOf({ curves: [], location: null, blocks: [] });

    expect(() => empty.weigh({ kind: "curve", feature: "Area" }, Float64Array.of(1))).toThrow(
      new TypeError("The basis has no curve of Area."),
    );
    expect(() => empty.weigh({ kind: "location" }, Float64Array.of(1))).toThrow(
      new TypeError("The basis has no location."),
    );
  });
});
