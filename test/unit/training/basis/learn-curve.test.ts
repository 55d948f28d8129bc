import { Curve } from "../../../../model/estimators/basis/curve";
import { CALIFORNIA, FEATURE_COUNT, featureIndex } from "../../../../model/features";
import { learnCurve } from "../../../../training/basis/learn-curve";
import { STRUCTURE } from "../../../../training/basis/structure";
import { columnOf } from "../../../../training/training-table";
import { housingTable } from "../../../support/housing-table";

/** The curves of a feature at each row of the data set: one array a curve. */
async function curvesOfIncome() {
  const table = await housingTable();
  const { rows, target } = table;
  const data = learnCurve({ feature: "MedInc", transform: "log" }, columnOf(table, 0), STRUCTURE);
  const curve = new Curve(data, CALIFORNIA);
  const values = data.functions.map(() => new Float64Array(target.length));
  for (let i = 0; i < target.length; i++) {
    curve.update(rows, i * FEATURE_COUNT);
    values.forEach((column, k) => {
      column[i] = curve.values[k];
    });
  }
  return { data, curve, values };
}

const meanProduct = (a: Float64Array, b: Float64Array) =>
  a.reduce((sum, x, i) => sum + x * b[i], 0) / a.length;

describe("the curves of a feature", () => {
  it("have mean zero, are uncorrelated, and come from the largest to the smallest", async () => {
    const { values } = await curvesOfIncome();
    const variances = values.map((column) => meanProduct(column, column));
    expect(variances).toEqual([...variances].sort((a, b) => b - a));
    values.forEach((a, j) => {
      expect(a.reduce((sum, x) => sum + x, 0) / a.length).toBeCloseTo(0, 10);
      for (const b of values.slice(0, j)) expect(meanProduct(a, b)).toBeCloseTo(0, 10);
    });
  });

  it("have norm 1 in the kernel's Hilbert space, and are orthogonal there", async () => {
    const { knots, functions, length } = (await curvesOfIncome()).data;
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

  it("are constant beyond the limit", async () => {
    const { curve } = await curvesOfIncome();
    const at = (income: number) => {
      const row = new Float64Array(FEATURE_COUNT);
      row[featureIndex("MedInc")] = income;
      curve.update(row, 0);
      return [...curve.values];
    };
    expect(at(1e6)).toEqual(at(1e9));
    expect(at(1e-6)).toEqual(at(0));
  });

  it.each([
    ["log", [1, 2, 0], "0 or less"],
    ["identity", [3, 3, 3], "same value"],
  ] as const)("are refused of %s %j", (transform, values, problem) => {
    const learn = () =>
      learnCurve({ feature: "Population", transform }, Float64Array.from(values), STRUCTURE);
    expect(learn).toThrow(expect.objectContaining({ code: "DATA_INVALID" }));
    expect(learn).toThrow(problem);
  });

  it("are fewer where quantiles coincide", () => {
    const values = Float64Array.from({ length: 100 }, (_, i) => (i < 90 ? 1 : i));
    const data = learnCurve({ feature: "HouseAge", transform: "identity" }, values, STRUCTURE);
    expect(data.knots).toHaveLength(2);
    expect(data.functions).toHaveLength(2);
  });
});
