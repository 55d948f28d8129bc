import { Curve } from "../../../../model/estimators/smooth/curve";
import { learnCurve } from "../../../../training/smooth/learn-curve";
import { randomNumbers } from "../../../support/smooth-houses";

/** Skew, as incomes are. */
function skewValues(count: number): Float64Array {
  const random = randomNumbers(5);
  return Float64Array.from({ length: count }, () => Math.exp(random() + random() + random()));
}

const LOG = { kind: "log", shift: 0 } as const;
const VALUES = skewValues(500);
const KNOTS = 8;

/** The functions of a feature at each value: one array a function. */
function curvesOf(values: Float64Array) {
  const data = learnCurve("Income", LOG, VALUES, KNOTS);
  const curve = new Curve(data, 0);
  const columns = data.functions.map((_, k) =>
    values.map((_value, i) => {
      curve.read(values, i);
      return curve.at(k);
    }),
  );
  return { data, curve, columns };
}

const meanProduct = (a: Float64Array, b: Float64Array) =>
  a.reduce((sum, x, i) => sum + x * b[i], 0) / a.length;

describe("the curves of a feature", () => {
  it("have mean zero, are uncorrelated, and come from the largest to the smallest, but for what nodes lose", () => {
    const { columns } = curvesOf(VALUES);
    const variances = columns.map((column) => meanProduct(column, column));
    expect(variances.slice(0, 4)).toEqual(variances.slice(0, 4).sort((a, b) => b - a));
    columns.forEach((a, j) => {
      expect(a.reduce((sum, x) => sum + x, 0) / a.length).toBeCloseTo(0, 3);
      for (const b of columns.slice(0, j)) expect(meanProduct(a, b)).toBeCloseTo(0, 3);
    });
  });

  it("have norm 1 in the kernel's Hilbert space, and are orthogonal there", () => {
    const { knots, functions, length } = curvesOf(VALUES).data;
    const kernel = (a: number, b: number) => 1 / (1 + ((a - b) / length) ** 2) + (a === b ? 1e-4 : 0);
    functions.forEach((a, j) => {
      functions.forEach((b, k) => {
        let product = 0;
        knots.forEach((s, p) => {
          knots.forEach((t, q) => {
            product += a[p] * kernel(s, t) * b[q];
          });
        });
        expect(product).toBeCloseTo(j === k ? 1 : 0, 8);
      });
    });
  });

  it("are constant beyond the limit, also of what has no logarithm", () => {
    const at = (value: number) => {
      const { curve, data } = curvesOf(VALUES);
      curve.read(Float64Array.of(value), 0);
      return data.functions.map((_, k) => curve.at(k));
    };
    expect(at(1e6)).toEqual(at(1e9));
    expect(at(0)).toEqual(at(1e-9));
    expect(at(-1)).toEqual(at(0));
  });

  it("are 0 where the feature is missing", () => {
    expect(curvesOf(Float64Array.of(Number.NaN)).columns.map(([value]) => value)).toEqual(
      new Array(KNOTS).fill(0),
    );
  });

  it("are fewer where quantiles coincide", () => {
    const values = Float64Array.from({ length: 100 }, (_, i) => (i < 90 ? 1 : i));
    const data = learnCurve("Age", { kind: "identity" }, values, 6);
    expect(data.functions.length).toBe(data.knots.length);
    expect(data.knots.length).toBeLessThan(6);
  });
});
