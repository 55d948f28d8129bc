import fc from "fast-check";
import {
  FEATURE_COUNT,
  FEATURES,
  featureIndex,
  featureSetOf,
  featureSetOfRow,
  missingFeatures,
  REQUIRED_FEATURES,
  writeRow,
} from "../../../model/features";
import { firstLines } from "../../support/housing-csv";

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
