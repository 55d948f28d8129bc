import { asTyped } from "../../../../../cli/predict/parquet/typed-column";
import { EVERY_TYPE, tableOf } from "../../../../support/every-type";

const table = tableOf([
  ...EVERY_TYPE,
  { name: "Plot", type: "number", decimalChar: ",", groupChar: ".", missingValues: ["", "-1"] },
]);

function parse(name: string, cell: string): number {
  return asTyped(table.features[table.indexOf(name)]).type.parse(cell);
}

describe("a column with typed values", () => {
  it("is read in one form, whatever the form in the CSV file of the table", () => {
    expect(parse("Plot", "1.5")).toBe(1.5);
    expect(parse("Sold", "2020-01-02")).toBe(18_263);
    expect(parse("Sold", "2020-01-02T10:00:00.000Z")).toBe(18_263);
    expect(parse("Garden", "true")).toBe(1);
    expect(parse("Garden", "false")).toBe(0);
    expect(parse("Rooms", "3")).toBe(3);
    expect(parse("Built", "1998")).toBe(1998);
  });

  it("does not take what is not of the type, or means that the value is missing", () => {
    expect(parse("Plot", "-1")).toBeNaN();
    expect(parse("Rooms", "3.5")).toBeNaN();
    expect(parse("Sold", "02/01/2020")).toBeNaN();
    expect(parse("Garden", "2")).toBeNaN();
  });

  it("has the categories of the table", () => {
    const style = table.features[table.indexOf("Style")];
    expect(asTyped(style)).toBe(style);
  });
});
