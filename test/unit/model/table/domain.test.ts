import {
  ANY_NUMBER,
  describeDomain,
  describeUnacceptable,
  isAcceptable,
} from "../../../../model/table/domain";
import { CALIFORNIA } from "../../../support/california";

const domainOf = (key: string) => CALIFORNIA.features.filter(({ apiName }) => apiName === key)[0].domain;

describe("what a value may be", () => {
  it.each([
    ["medInc", [1e-9, 15, 1e60], [0, -1, 1.01e60, Number.NaN, Infinity]],
    ["aveRooms", [0.5], [0, -0, -3]],
    ["aveOccup", [0.5], [0, -3]],
    ["aveBedrms", [0.5], [0, -3]],
    ["houseAge", [0, 52], [-1e-9, Infinity]],
    ["population", [0, 35682], [-1, -Infinity]],
    ["latitude", [-90, 0, 90], [-90.1, 90.1, Number.NaN]],
    ["longitude", [-180, 180], [-180.1, 181]],
  ])("accepts and refuses what the contract says for %s", (key, good, bad) => {
    for (const value of good) expect(isAcceptable(value, domainOf(key))).toBe(true);
    for (const value of bad) expect(isAcceptable(value, domainOf(key))).toBe(false);
  });

  it("is described in words", () => {
    expect(describeDomain(domainOf("medInc"))).toBe("greater than 0");
    expect(describeDomain(domainOf("houseAge"))).toBe("0 or greater");
    expect(describeDomain(domainOf("latitude"))).toBe("from -90 to 90");
  });
});

it("may be any number of a size that can be computed with, where the column has no bounds", () => {
  for (const value of [0, -5, 1e60, -1e60]) expect(isAcceptable(value, ANY_NUMBER)).toBe(true);
  for (const value of [1e61, -1e61, Number.NaN, Infinity])
    expect(isAcceptable(value, ANY_NUMBER)).toBe(false);
  expect(describeDomain(ANY_NUMBER)).toBe("of any size");
});

it("is refused with what would be right", () => {
  expect(describeUnacceptable(-1, domainOf("medInc"), "-1")).toBe(
    "must be a finite number, greater than 0; it is -1",
  );
  expect(describeUnacceptable(Infinity, domainOf("medInc"), "1e999")).toBe(
    "must be a finite number, greater than 0; it is 1e999",
  );
  expect(describeUnacceptable(1e308, domainOf("medInc"), "1e308")).toBe(
    "is too large: it must be at most 1e+60; it is 1e308",
  );
  expect(describeUnacceptable(1e308, domainOf("latitude"), "1e308")).toBe(
    "must be a finite number, from -90 to 90; it is 1e308",
  );
});
