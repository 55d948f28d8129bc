import fc from "fast-check";
import type { LocationData } from "../../../../../model/estimators/smooth/basis-format";
import { LocationFormula } from "../../../../../model/estimators/smooth/location-formula";
import { LocationGrid } from "../../../../../model/estimators/smooth/location-grid";
import { featureReader } from "../../../../../model/formula/build";
import type { Expression } from "../../../../../model/formula/expression";
import { ExpressionEvaluator } from "../../../../support/evaluate-expression";
import { LOCATION_DATA } from "../../../../support/small-basis";

const PLACE = { latitude: 1, longitude: 0 };

/** Five lines by two: an axis with an odd number of cells, and one of a single cell. */
const ONE_CELL_WIDE: LocationData = {
  ...LOCATION_DATA,
  grid: { latitudes: [50, 50.5, 51, 52, 53], longitudes: [4, 8] },
};

const coordinate = (lines: readonly number[]) =>
  fc.oneof(
    fc.constantFrom(...lines, Number.NaN),
    fc.double({ min: lines[0] - 1, max: lines[lines.length - 1] + 1, noNaN: true }),
  );

describe.each([
  ["three lines by four", LOCATION_DATA],
  ["five lines by two", ONE_CELL_WIDE],
])("the formula of functions of the location, on a grid of %s", (_grid, data) => {
  const north = coordinate(data.grid.latitudes);
  const east = coordinate(data.grid.longitudes);
  let formula: LocationFormula;
  let grid: LocationGrid;

  beforeEach(() => {
    formula = new LocationFormula(data, PLACE, featureReader());
    grid = new LocationGrid(data, PLACE);
  });

  function expectedSum(row: Float64Array, name: "alone" | "products", weights: Float64Array): number {
    const values = new Float64Array(weights.length);
    grid.read(row, 0);
    grid.write(name, values, 0);
    return values.reduce((sum, value, c) => sum + weights[c] * value, 0);
  }

  function expectSame(expression: Expression, name: "alone" | "products", weights: Float64Array): void {
    fc.assert(
      fc.property(north, east, fc.boolean(), (latitude, longitude, hasLists) => {
        const row = Float64Array.of(longitude, latitude);
        const found = new ExpressionEvaluator(row, hasLists).evaluate(expression);

        expect(found).toBeCloseTo(expectedSum(row, name, weights), 10);
      }),
    );
  }

  it("has their weighted sum, in engines with lists and without", () => {
    const weights = Float64Array.of(2, -3);
    expectSame(formula.weighAlone(weights), "alone", weights);
  });

  it("has the weighted sum of those that are multiplied with features", () => {
    const weights = Float64Array.of(1, 0, -4);
    expectSame(formula.weighProducts(weights), "products", weights);
  });
});

describe("the formula of weighted functions", () => {
  it("has no centre that has no weight", () => {
    const formula = new LocationFormula(LOCATION_DATA, PLACE, featureReader());
    const sum = formula.weighAlone(Float64Array.of(0, 5));
    const terms = sum.op === "sum" ? sum.terms.map(({ term }) => term) : [];
    const lookups = terms.flatMap((term) => (term.op === "product" ? term.factors[1] : []));
    const radials = lookups.flatMap((each) => (each.op === "lookup" ? each.otherwise : []));

    expect(radials).toHaveLength(4);
    for (const radial of radials) {
      // The second centre, in lengths of half a degree of latitude.
      expect(radial).toMatchObject({ op: "radial", centres: [[104, 8.4]], weights: [5], power: 2 });
    }
  });

  it("shares the vector of those that are multiplied with features", () => {
    const formula = new LocationFormula(LOCATION_DATA, PLACE, featureReader());
    const [one, other] = [1, 2].map((weight) => formula.weighProducts(Float64Array.of(weight, 0, 0)));

    expect(one.op === "dot" && other.op === "dot" && one.vector === other.vector).toBe(true);
  });
});
