import fc from "fast-check";
import schema from "../../../../data/california_housing.schema.json";
import { hasAll, Table } from "../../../../model/table/table";
import { checkTableSchema } from "../../../../model/table/table-schema";

let table: Table;

beforeEach(() => {
  table = new Table(checkTableSchema(schema, "california_housing.schema.json"));
});

const row = (values: Record<string, number>) => {
  const rows = new Float64Array(table.width);
  table.writeRow(values, rows);
  return rows;
};

describe("a table", () => {
  it("when it is made from a schema, then it has the features in their order, the target and the location apart", () => {
    expect(table.features.map(({ apiName }) => apiName)).toEqual([
      "medInc",
      "houseAge",
      "aveRooms",
      "aveBedrms",
      "population",
      "aveOccup",
      "latitude",
      "longitude",
    ]);
    expect(table.target).toMatchObject({ name: "MedHouseVal", currency: "USD", scale: 100_000 });
    expect(table.location).toEqual({ latitude: 6, longitude: 7 });
    expect([table.indexOf("AveRooms"), table.indexOf("MedHouseVal")]).toEqual([2, -1]);
  });

  it("when no column is a latitude, then it has no location", () => {
    const fields = schema.fields.filter(({ name }) => !/itude/.test(name));
    expect(new Table(checkTableSchema({ ...schema, fields }, "x")).location).toBeUndefined();
  });

  it("when a row is written, then what it lacks is NaN, and told", () => {
    const rows = row({ medInc: 3, aveOccup: 2 });
    expect([...rows].map((value) => !Number.isNaN(value))).toEqual([1, 0, 0, 0, 0, 1, 0, 0].map(Boolean));
    const needed = Int32Array.of(0, 2, 5);
    expect(hasAll(needed, rows)).toBe(false);
    expect(hasAll(Int32Array.of(0, 5), rows)).toBe(true);
    expect(table.missingAmong(needed, rows).map(({ name }) => name)).toEqual(["AveRooms"]);
  });

  it("when many rows are written, then each has its values in their places, wherever it begins", () => {
    const names = table.features.map(({ apiName }) => apiName);
    const values = fc.record(
      Object.fromEntries(names.map((name) => [name, fc.option(fc.double({ noNaN: true }))])),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(values, fc.nat(3), (given, position) => {
        const rows = new Float64Array(4 * table.width).fill(77);
        const offset = position * table.width;
        table.writeRow(given, rows, offset);
        const expected = names.map((name) => given[name] ?? Number.NaN);
        expect([...rows.subarray(offset, offset + table.width)]).toEqual(expected);
        expect(rows.filter((value) => value === 77).length).toBeGreaterThanOrEqual(3 * table.width);
      }),
    );
  });

  it("when a missing value stands for a category, then a row without one has that category", () => {
    const fields = [
      { name: "Pool", type: "string", missingCategory: "none", constraints: { enum: ["big", "none"] } },
      { name: "Rooms", type: "integer" },
      { name: "Price", type: "number", role: "target" },
    ];
    const houses = new Table(checkTableSchema({ fields }, "houses.schema.json"));
    const rows = new Float64Array(2);
    houses.writeRow({ Pool: null }, rows);
    expect([...rows]).toEqual([1, Number.NaN]);
    expect([...houses.emptyRow()]).toEqual([1, Number.NaN]);
    houses.writeRow({ Pool: 0, Rooms: 3 }, rows);
    expect([...rows]).toEqual([0, 3]);
  });

  it("when a value is outside of its domain, then the row is", () => {
    expect(table.isRowInDomain(row({ medInc: 3, latitude: 90 }))).toBe(true);
    expect(table.isRowInDomain(row({ medInc: 0 }))).toBe(false);
    expect(table.isRowInDomain(row({ latitude: 90.5 }))).toBe(false);
    expect(table.isRowInDomain(row({}))).toBe(true);
  });
});
