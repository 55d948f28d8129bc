import "reflect-metadata";
import { assert, constantFrom, double, oneof, property, record } from "fast-check";
import { findFeatureProblems } from "../../../schema/house-features.input";
import { InputRows } from "../../../schema/input-values";
import { CALIFORNIA } from "../../support/california";

/** Numbers of all sizes, with those about which the rules are more often than chance would have them. */
const value = oneof(
  double({ noNaN: true }),
  double({ min: -200, max: 200, noNaN: true }),
  double({ min: 0.1, max: 85, noNaN: true }),
  double({ min: 0.1, max: 85, noNaN: true }),
  constantFrom(
    0,
    -0,
    90,
    -90,
    180,
    -180,
    90.000_001,
    Number.MIN_VALUE,
    -Number.MIN_VALUE,
    Infinity,
    -Infinity,
  ),
);
const optional = oneof(value, constantFrom(null, undefined));

const input = record({
  medInc: value,
  aveRooms: value,
  aveOccup: value,
  houseAge: optional,
  aveBedrms: optional,
  population: optional,
  latitude: optional,
  longitude: optional,
});

describe("the quick check of a row", () => {
  it("agrees with class-validator on whatever an input may hold", () => {
    const verdicts = { good: 0, bad: 0 };
    assert(
      property(input, (features) => {
        const row = new InputRows(CALIFORNIA).from([features]);
        const isGood = findFeatureProblems(CALIFORNIA, features, "input").length === 0;
        verdicts[isGood ? "good" : "bad"]++;
        expect(CALIFORNIA.isRowInDomain(row)).toBe(isGood);
      }),
      { numRuns: 2000 },
    );
    // Both answers were compared.
    expect(Math.min(verdicts.good, verdicts.bad)).toBeGreaterThan(0);
  });
});
