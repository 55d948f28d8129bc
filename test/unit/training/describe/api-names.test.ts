import fc from "fast-check";
import { API_NAME } from "../../../../model/table/schema-format";
import { apiNamesOf } from "../../../../training/describe/api-names";

describe("the name of a column in the API", () => {
  it.each([
    ["Gr Liv Area", "grLivArea"],
    ["YearRemodAdd", "yearRemodAdd"],
    ["Year Remod/Add", "yearRemodAdd"],
    ["yr_built", "yrBuilt"],
    ["PID", "pid"],
    ["HVACType", "hvacType"],
    ["1stFlrSF", "firstFlrSf"],
    ["2nd Flr SF", "secondFlrSf"],
    ["3Ssn Porch", "threeSsnPorch"],
    ["1950s", "_1950s"],
    ["Wohnfläche (m²)", "wohnflache"],
    ["Größe", "grosse"],
    ["Unnamed: 0", "unnamed0"],
    ["% owned", "percentOwned"],
    ["(m²)", "m2"],
    ["__typename", "typename"],
    ["constructor", "constructor_"],
    ["__proto__", "proto"],
    ["面积", "column1"],
    ["", "column1"],
  ])("of %j is %s", (name, apiName) => {
    expect(apiNamesOf([name])).toEqual([apiName]);
  });

  it("tells columns apart whose names differ in signs or in upper and lower case alone", () => {
    expect(apiNamesOf(["Area", "area_", "area", "AREA"])).toEqual(["area2", "area3", "area", "area4"]);
    expect(apiNamesOf(["Sale 1", "sale-1"])).toEqual(["sale1", "sale1_2"]);
  });

  it("is always one that GraphQL allows, of one column alone, and the same in every run", () => {
    const name = fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.string({ unit: "grapheme", maxLength: 90 }),
      fc.constantFrom("Area", "area", "AREA", "toString", "1", "1_", "__a", "column1", "column2"),
    );
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 12 }), (names) => {
        const apiNames = apiNamesOf(names);
        expect(apiNames).toEqual(apiNamesOf(names));
        expect(new Set(apiNames).size).toBe(names.length);
        apiNames.forEach((apiName, i) => {
          expect(apiName).toMatch(API_NAME);
          expect(apiName in {}).toBe(false);
          expect(names.filter((other, j) => j !== i && other === apiName)).toEqual([]);
        });
      }),
    );
  });
});
