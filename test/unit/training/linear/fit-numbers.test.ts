import fc from "fast-check";
import { fitNumbers, type NumbersFit } from "../../../../training/linear/fit-numbers";
import { RandomState } from "../../../../training/random-state";
import { expectParity } from "../../../support/closeness";

/** A column of 200 values in a random order: independent of the others, and the same at every run. */
function column(seed: number, scale = 1, offset = 0): Float64Array {
  return Float64Array.from(new RandomState(seed).permutation(200), (value) => offset + (value / 200) * scale);
}

function fit(columns: readonly Float64Array[], target: Float64Array): NumbersFit {
  const fitted = fitNumbers({ columns, target });
  if (!fitted) throw new Error("The columns are independent.");
  return fitted;
}

function plane(columns: readonly Float64Array[], coefficients: readonly number[], intercept: number) {
  return columns[0].map((_, i) => columns.reduce((sum, x, j) => sum + coefficients[j] * x[i], intercept));
}

describe("fitNumbers", () => {
  it("recovers any plane that the data lie on", () => {
    const columns = [column(1), column(2), column(3)];
    const slope = fc.double({ min: -100, max: 100, noNaN: true });
    fc.assert(
      fc.property(fc.tuple(slope, slope, slope), slope, (coefficients, intercept) => {
        const fitted = fit(columns, plane(columns, coefficients, intercept));
        expectParity([...fitted.coefficients, fitted.intercept], [...coefficients, intercept]);
      }),
      { numRuns: 30 },
    );
  });

  it("keeps its digits when the columns' scales are far apart", () => {
    // XᵀX of these columns has a condition number beyond what a double can hold.
    const columns = [column(1, 1e-6), column(2, 1e6, 1e7), column(3, 1, -120)];
    const coefficients = [3e5, -2e-6, 0.4];
    const fitted = fit(columns, plane(columns, coefficients, 37));
    expectParity([fitted.coefficients[0] / 1e5, fitted.coefficients[1] * 1e6], [3, -2]);
    expectParity([fitted.coefficients[2]], [0.4]);
  });

  it("tells two columns apart that are almost the same", () => {
    const first = column(1);
    const columns = [first, first.map((value, i) => value + column(2)[i] * 1e-2)];
    const fitted = fit(columns, plane(columns, [2, -1], 0.5));
    expectParity([...fitted.coefficients, fitted.intercept], [2, -1, 0.5]);
  });

  it("leaves a column that has one value only to others", () => {
    expect(
      fitNumbers({ columns: [column(1), new Float64Array(200).fill(7)], target: column(3) }),
    ).toBeUndefined();
  });

  it("leaves columns that depend on each other to others", () => {
    const [a, b, c] = [column(1), column(2), column(3)];
    const sum = a.map((value, i) => 2 * value - c[i]);
    expect(fitNumbers({ columns: [a, b, c, sum], target: column(4) })).toBeUndefined();
  });
});
