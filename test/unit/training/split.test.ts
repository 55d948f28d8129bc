import fc from "fast-check";
import { MAX_SEED } from "../../../training/random-state";
import { refuseTooFewRows, trainTestSplit } from "../../../training/split";
import { refusalOf } from "../../support/refusal";

const seeds = fc.integer({ min: 0, max: MAX_SEED });
const fractions = fc.double({ min: 0, max: 1, minExcluded: true, maxExcluded: true, noNaN: true });

describe("trainTestSplit", () => {
  it("puts every row on exactly one side, whatever the size, fraction and seed", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 400 }), fractions, seeds, (rows, testSize, seed) => {
        const { train, test } = trainTestSplit(rows, testSize, seed);
        const all = [...train, ...test].sort((a, b) => a - b);
        expect(all).toEqual(Array.from({ length: rows }, (_, i) => i));
      }),
    );
  });

  it("rounds the number of test rows up, as scikit-learn does", () => {
    expect(trainTestSplit(10, 0.01, 0).test).toHaveLength(1);
    expect(trainTestSplit(10, 0.25, 0).test).toHaveLength(3);
    expect(trainTestSplit(10, 0.3, 0).test).toHaveLength(3);
  });
});

describe("refuseTooFewRows", () => {
  it("accepts a split that leaves enough on both sides", () => {
    expect(() => refuseTooFewRows(trainTestSplit(9, 0.2, 1), 3)).not.toThrow();
  });

  it("refuses fewer training rows than coefficients need where a fold is held back", async () => {
    const error = await refusalOf(() => refuseTooFewRows(trainTestSplit(8, 0.2, 1), 3));
    expect(error.code).toBe("DATA_INVALID");
    expect(error.message).toContain("6 rows for training");
    expect(error.message).toContain("at least 7");
  });

  it("refuses a single test row, since R² is not defined there", async () => {
    const error = await refusalOf(() => refuseTooFewRows(trainTestSplit(100, 0.001, 1), 3));
    expect(error.code).toBe("DATA_INVALID");
    expect(error.message).toContain("1 for testing");
  });
});
