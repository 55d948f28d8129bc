import { columnsOf, findTarget, withCategories } from "../../../../model/table/table-column";
import { checkTableSchema } from "../../../../model/table/table-schema";

const target = { name: "price", type: "number", role: "target" };
const column = (field: object, table: object = {}) =>
  columnsOf(checkTableSchema({ fields: [field, target], ...table }, "t"))[0];
const parse = (field: object, ...cells: readonly string[]) =>
  cells.map((cell) => column({ name: "a", ...field }).type.parse(cell));

describe("the cells of a column", () => {
  it.each<[field: object, cells: readonly string[], values: readonly number[]]>([
    [{ type: "number" }, ["1.5", " -2 ", "1,5", "", "x"], [1.5, -2, Number.NaN, Number.NaN, Number.NaN]],
    [
      { type: "number", decimalChar: ",", groupChar: "." },
      ["1.234,5", "1234,5", "1.5"],
      [1234.5, 1234.5, Number.NaN],
    ],
    [{ type: "number", bareNumber: false, groupChar: "," }, ["$1,200", "-€ 5", "85 m²"], [1200, -5, 85]],
    [{ type: "integer" }, ["3", "3.0", "3.5"], [3, 3, Number.NaN]],
    [{ type: "year" }, ["1999", "-44", "12345", "1999.5"], [1999, -44, Number.NaN, Number.NaN]],
    [{ type: "boolean" }, ["true", "0", "yes"], [1, 0, Number.NaN]],
    [
      { type: "boolean", trueValues: ["ja"], falseValues: ["nein"] },
      ["ja", "nein", "true"],
      [1, 0, Number.NaN],
    ],
    [{ type: "date" }, ["1970-01-02", "2/1/1970"], [1, Number.NaN]],
    [{ type: "date", format: "%d/%m/%Y" }, ["2/1/1970", "31/02/1999"], [1, Number.NaN]],
    [
      { type: "string", constraints: { enum: ["flat", "house"] } },
      [" house", "flat", "hut", ""],
      [1, 0, Number.NaN, Number.NaN],
    ],
  ])("of %j are numbers", (field, cells, values) => {
    expect(parse(field, ...cells)).toEqual(values);
  });

  it("are missing where they are one of the missing values of the column, or else of the table", () => {
    const words = ["", "-999", "true", "x"];
    expect(column({ name: "a", type: "number" }, { missingValues: words }).type.parse("-999")).toBeNaN();
    expect(column({ name: "a", type: "boolean" }, { missingValues: words }).type.parse("true")).toBeNaN();
    const own = column({ name: "a", type: "number", missingValues: ["?"] }, { missingValues: words });
    expect(own.type.parse("-999")).toBe(-999);
    expect([...(own.missingValues ?? [])]).toEqual(["?"]);
  });

  it("are missing also where they are a category that means it", () => {
    const field = {
      name: "a",
      type: "string",
      constraints: { enum: ["x", "NA"] },
      missingValues: ["", "NA"],
    };
    expect(["x", "NA", ""].map(column(field).type.parse)).toEqual([0, Number.NaN, Number.NaN]);
  });

  it("are the missing category, if there is one, however it is written", () => {
    const missing = { missingValues: ["", "NA"], missingCategory: "NA" };
    const field = { name: "a", type: "string", constraints: { enum: ["x", "NA"] }, ...missing };
    expect(["x", "NA", ""].map(column(field).type.parse)).toEqual([0, 1, 1]);
  });

  it("are positions in the categories that the rows have, where the schema does not list them", () => {
    const open = column({ name: "a", type: "string", missingCategory: "" });
    expect(open.categories).toBeUndefined();
    const closed = withCategories(open, ["", "x"]);
    expect(["x", "", "y"].map(closed.type.parse)).toEqual([1, 0, Number.NaN]);
    expect(closed.type.show?.(1)).toBe("x");
  });
});

describe("a column", () => {
  it("has the names that a file or the API may use, and the label that the schema gives first", () => {
    const field = {
      name: "Gr Liv Area",
      type: "integer",
      title: "Living area",
      apiName: "grLivArea",
      unit: "ft²",
    };
    expect(column(field)).toMatchObject({
      names: ["Gr Liv Area", "grLivArea"],
      kind: "integer",
      role: "feature",
      label: "Living area",
      unit: "ft²",
      scale: 1,
      required: false,
    });
    expect(column({ ...field, label: "area" }).label).toBe("area");
  });

  it("has inclusive and exclusive bounds, of which the narrower count", () => {
    const domain = (constraints: object, type = "number") => column({ name: "a", type, constraints }).domain;
    expect(domain({})).toEqual({ min: -Infinity, max: Infinity, exclusiveMin: false, exclusiveMax: false });
    expect(domain({ minimum: 0, exclusiveMinimum: 1, maximum: 9, exclusiveMaximum: 10 })).toEqual({
      min: 1,
      max: 9,
      exclusiveMin: true,
      exclusiveMax: false,
    });
    expect(domain({ minimum: "1970-01-02", exclusiveMaximum: "1970-02-01" }, "date")).toEqual({
      min: 1,
      max: 31,
      exclusiveMin: false,
      exclusiveMax: true,
    });
  });

  it("has the bounds of degrees where it is of the location", () => {
    const fields = [
      { name: "lat", type: "number", role: "latitude" },
      { name: "lon", type: "number", role: "longitude", constraints: { minimum: 0 } },
      target,
    ];
    const [lat, lon] = columnsOf(checkTableSchema({ fields }, "t"));
    expect([lat.domain.min, lat.domain.max]).toEqual([-90, 90]);
    expect([lon.domain.min, lon.domain.max]).toEqual([0, 180]);
  });

  it("is the target where the schema says so", () => {
    const schema = checkTableSchema({ fields: [{ ...target, currency: "AUD", scale: 1000 }] }, "t");
    expect(findTarget(columnsOf(schema))).toMatchObject({ name: "price", currency: "AUD", scale: 1000 });
  });
});
