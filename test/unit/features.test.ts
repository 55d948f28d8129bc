import fc from "fast-check";
import {
  describeDomain,
  FEATURE_COUNT,
  FEATURES,
  featureIndex,
  featureSetOf,
  featureSetOfRow,
  isInDomain,
  missingFeatures,
  REQUIRED_FEATURES,
  writeRow,
} from "../../model/features";
import { firstLines } from "../support/housing-csv";

const domainOf = (key: string) => FEATURES.filter((feature) => feature.key === key)[0].domain;

describe("the eight features", () => {
  it("stand in the order of the data set's columns", () => {
    expect([...FEATURES.map(({ column }) => column), "MedHouseVal"]).toEqual(firstLines(0)[0].split(","));
  });

  it("are found by column, and nothing else is", () => {
    expect(featureIndex("MedInc")).toBe(0);
    expect(featureIndex("Longitude")).toBe(7);
    expect(featureIndex("medInc")).toBe(-1);
    expect(featureIndex("MedHouseVal")).toBe(-1);
  });

  it("demand the guide's three of every query", () => {
    expect(REQUIRED_FEATURES).toBe(featureSetOf(["MedInc", "AveRooms", "AveOccup"]));
  });
});

describe("what a value may be", () => {
  it.each([
    ["medInc", [1e-9, 15, 1e300], [0, -1, Number.NaN, Infinity]],
    ["aveRooms", [0.5], [0, -0, -3]],
    ["aveOccup", [0.5], [0, -3]],
    ["aveBedrms", [0.5], [0, -3]],
    ["houseAge", [0, 52], [-1e-9, Infinity]],
    ["population", [0, 35682], [-1, -Infinity]],
    ["latitude", [-90, 0, 90], [-90.1, 90.1, Number.NaN]],
    ["longitude", [-180, 180], [-180.1, 181]],
  ])("accepts and refuses what the contract says for %s", (key, good, bad) => {
    for (const value of good) expect(isInDomain(value, domainOf(key))).toBe(true);
    for (const value of bad) expect(isInDomain(value, domainOf(key))).toBe(false);
  });

  it("is described in words", () => {
    expect(describeDomain(domainOf("medInc"))).toBe("greater than 0");
    expect(describeDomain(domainOf("houseAge"))).toBe("0 or greater");
    expect(describeDomain(domainOf("latitude"))).toBe("from -90 to 90");
  });
});

describe("a row of features", () => {
  const values = fc.record(
    Object.fromEntries(FEATURES.map(({ key }) => [key, fc.option(fc.double({ noNaN: true }))])),
    { requiredKeys: [] },
  );

  it("holds each value in its place, and NaN where one is absent or null, wherever the row begins", () => {
    fc.assert(
      fc.property(values, fc.nat(3), (given, row) => {
        const rows = new Float64Array(4 * FEATURE_COUNT).fill(77);
        const offset = row * FEATURE_COUNT;
        writeRow(given, rows, offset);
        const expected = FEATURES.map(({ key }) => given[key] ?? Number.NaN);
        expect([...rows.subarray(offset, offset + FEATURE_COUNT)]).toEqual(expected);
        expect(rows.filter((value) => value === 77).length).toBeGreaterThanOrEqual(3 * FEATURE_COUNT);

        const present = FEATURES.filter(({ key }) => given[key] != null).map(({ column }) => column);
        expect(featureSetOfRow(rows, offset)).toBe(featureSetOf(present));
      }),
    );
  });

  it("tells which features of a model it lacks", () => {
    const row = new Float64Array(FEATURE_COUNT);
    writeRow({ medInc: 3, latitude: 0 }, row);
    const needed = featureSetOf(["MedInc", "AveRooms", "Latitude", "Longitude"]);
    const missing = missingFeatures(needed, featureSetOfRow(row)).map(({ key }) => key);
    expect(missing).toEqual(["aveRooms", "longitude"]);
  });
});
