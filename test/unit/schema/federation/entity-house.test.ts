import { GraphQLError } from "graphql";
import { ModelCatalogue } from "../../../../model/registry/catalogue";
import type { Table } from "../../../../model/table/table";
import { EntityBatch } from "../../../../schema/federation/entity-batch";
import { EntityHouse, type Prices } from "../../../../schema/federation/entity-house";
import { MAX_FAILURES } from "../../../../schema/federation/failure-limit";
import { InputProblem } from "../../../../schema/invalid-input.error";
import { isJsonRecord } from "../../../../schema/json-record";
import { EVERY_TYPE, tableOf } from "../../../support/every-type";
import { entityOfTable } from "../../../support/federation";

const FIELDS = [{ path: "representations[1]", message: "Too few features." }];

let table: Table;
let context: { catalogue: ModelCatalogue };
let asked: unknown[];

beforeEach(() => {
  table = tableOf(EVERY_TYPE);
  context = { catalogue: new ModelCatalogue([], { table }) };
  asked = [];
});

/** The second of two houses. */
function houseOf(values: object, result: () => InputProblem | GraphQLError): EntityHouse {
  const house = { __typename: "House", id: 1, area: 50, style: "terrace" };
  const batch = new EntityBatch(table, entityOfTable(table), [house, { ...house, ...values }]);
  const prices: Prices = {
    predictChecked: (_context, selector, rows, offset, path) => {
      asked.push([selector, rows[offset], offset, path]);
      const told = result();
      if (told instanceof GraphQLError) throw told;
      return told;
    },
  };
  batch.read(0);
  const representation = batch.read(1);
  if (!isJsonRecord(representation)) throw new Error("It cannot be read.");
  return new EntityHouse(batch, 1, table.width, representation, prices);
}

const refuse = () => new InputProblem("Too few features.", FIELDS);

describe("the prediction of a house", () => {
  it("is asked for with its row and its place", () => {
    expect(() => houseOf({ area: 70 }, refuse).prediction(context, { name: "linear" })).toThrow(
      "Too few features.",
    );

    expect(asked).toEqual([[{ name: "linear" }, 70, table.width, "representations[1]"]]);
  });

  it("is not asked for if a value cannot be accepted", () => {
    expect(() => houseOf({ area: 0 }, refuse).prediction(context, null)).toThrow(/^area must be/);

    expect(asked).toEqual([]);
  });

  it("is the error of the house, or of the service, as long as the batch has few of them", () => {
    const unavailable = new GraphQLError("No model is served.");
    const house = houseOf({}, () => unavailable);

    expect(() => house.prediction(context, null)).toThrow(unavailable);
    for (let i = 2; i < MAX_FAILURES; i++) expect(() => house.prediction(context, null)).toThrow();
    expect(() => house.prediction(context, null)).toThrow(/Further houses that fail are null/);
    expect(house.prediction(context, null)).toBeNull();
  });

  it("is a failure of the server if something else is wrong", () => {
    const house = houseOf({}, () => {
      throw new TypeError("A bug.");
    });

    for (let i = 0; i <= MAX_FAILURES; i++) {
      expect(() => house.prediction(context, null)).toThrow(new TypeError("A bug."));
    }
  });
});

describe("the value of a column", () => {
  const valueIn = (name: string, values: object) => {
    const position = table.indexOf(name);
    return houseOf(values, refuse).valueOf(table.features[position], position);
  };

  it.each<[string, object, unknown]>([
    ["Area", { area: 71.5 }, 71.5],
    ["Area", { area: null }, null],
    ["Area", { area: Infinity }, null],
    ["Rooms", { rooms: 3 }, 3],
    ["Rooms", {}, null],
    // Not a value of GraphQL's type Int.
    ["Rooms", { rooms: 2 ** 31 }, null],
    ["Rooms", { rooms: 2 ** 31 - 1 }, 2 ** 31 - 1],
    ["Rooms", { rooms: 1 - 2 ** 31 }, 1 - 2 ** 31],
    ["Built", { built: 1999 }, 1999],
    ["Garden", { garden: true }, true],
    ["Garden", { garden: false }, false],
    ["Garden", {}, null],
    ["Sold", { sold: "1970-01-03" }, 2],
    ["Sold", {}, null],
    ["Garage", { garage: "one car" }, "one car"],
    ["Garage", {}, "none"],
    ["Place", { place: "Atlantis" }, null],
    ["Place", {}, null],
  ])("%s of %j is %j", (name, values, value) => {
    expect(valueIn(name, values)).toBe(value);
  });
});
