import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describeTable } from "../../training/describe/describe-table";

const TABLE = "examples/houses/houses.csv";

describe("the example table", () => {
  it("is what its script makes", () => {
    const made = execFileSync(process.execPath, ["examples/houses/make-houses.mjs"], { encoding: "utf8" });
    expect(made).toBe(readFileSync(TABLE, "utf8"));
  });

  it("has what real tables have: categories, dates, a location, missing cells, and columns to leave out", async () => {
    const { schema, warnings } = await describeTable(TABLE, { target: "price", currency: "GBP" });
    const types = Object.fromEntries(schema.fields.map(({ name, type, role }) => [name, role ?? type]));
    expect(types).toEqual({
      id: "ignored",
      sold: "date",
      address: "ignored",
      postcode: "string",
      district: "string",
      kind: "string",
      "living area (m²)": "integer",
      "plot (m²)": "integer",
      rooms: "integer",
      "year built": "year",
      condition: "string",
      garage: "string",
      lat: "latitude",
      lng: "longitude",
      price: "target",
    });
    expect(warnings).toEqual([]);
  });
});
