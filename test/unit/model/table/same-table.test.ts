import { findTableDifference } from "../../../../model/table/same-table";
import { Table } from "../../../../model/table/table";
import { checkTableSchema } from "../../../../model/table/table-schema";

const ROOMS = { name: "Rooms", type: "number", unit: "rooms", constraints: { required: true } };
const HEATING = { name: "Heating", type: "string", constraints: { enum: ["gas", "oil"] } };
const PRICE = { name: "Price", type: "number", role: "target", currency: "EUR", unit: "euros" };

const tableOf = (...fields: object[]) => new Table(checkTableSchema({ fields }, "houses.schema.json"));
const differenceOf = (...fields: object[]) =>
  findTableDifference(tableOf(ROOMS, HEATING, PRICE), tableOf(...fields));

describe("when two models are of one table", () => {
  it("there is no difference, whatever else their schemas say", () => {
    expect(differenceOf(ROOMS, HEATING, PRICE)).toBeUndefined();
    expect(differenceOf(PRICE, ROOMS, HEATING)).toBeUndefined();
    const reworded = { ...ROOMS, description: "how many rooms", format: "default" };
    expect(differenceOf(reworded, HEATING, PRICE)).toBeUndefined();
    expect(
      differenceOf(ROOMS, { name: "Notes", type: "string", role: "ignored" }, HEATING, PRICE),
    ).toBeUndefined();
  });
});

describe("when two models are of different tables", () => {
  it.each([
    [[ROOMS, PRICE], 'column 2 is "Price", not "Heating"'],
    [[HEATING, ROOMS, PRICE], 'column 1 is "Heating", not "Rooms"'],
    [[ROOMS, HEATING, { ...HEATING, name: "Roof" }, PRICE], 'column 3 is "Roof", not "Price"'],
    [
      [{ ...ROOMS, type: "integer" }, HEATING, PRICE],
      'the type of column "Rooms" is "integer", not "number"',
    ],
    [
      [{ ...ROOMS, apiName: "rooms" }, HEATING, PRICE],
      'the API name of column "Rooms" is "rooms", not "Rooms"',
    ],
    [[{ ...ROOMS, constraints: {} }, HEATING, PRICE], '"required" of column "Rooms" is false, not true'],
    [[{ ...ROOMS, unit: "m²" }, HEATING, PRICE], 'the unit of column "Rooms" is "m²", not "rooms"'],
    [[ROOMS, HEATING, { ...PRICE, currency: "USD" }], 'the currency of column "Price" is "USD", not "EUR"'],
    [[ROOMS, HEATING, { ...PRICE, scale: 1000 }], 'the scale of column "Price" is 1000, not 1'],
    [
      [ROOMS, { ...HEATING, constraints: { enum: ["gas", "oil", "wood"] } }, PRICE],
      'column "Heating" has an additional category, "wood"',
    ],
    [
      [ROOMS, { ...HEATING, constraints: { enum: ["gas"] } }, PRICE],
      'column "Heating" lacks the category "oil"',
    ],
    [
      [ROOMS, { ...HEATING, constraints: { enum: ["oil", "gas"] } }, PRICE],
      'the categories of column "Heating" are in another order',
    ],
  ])("the first difference is named", (fields, difference) => {
    expect(differenceOf(...fields)).toBe(difference);
  });
});
