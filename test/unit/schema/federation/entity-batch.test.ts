import type { Table } from "../../../../model/table/table";
import { EntityBatch } from "../../../../schema/federation/entity-batch";
import { MAX_FAILURES } from "../../../../schema/federation/failure-limit";
import { InputProblem } from "../../../../schema/invalid-input.error";
import { EVERY_TYPE, tableOf } from "../../../support/every-type";
import { entityOfTable } from "../../../support/federation";

let table: Table;

beforeEach(() => {
  table = tableOf(EVERY_TYPE);
});

const HOUSE = { __typename: "House", id: "7", area: 50, style: "terrace" };

function batchOf(...representations: unknown[]): EntityBatch {
  return new EntityBatch(table, entityOfTable(table), representations);
}

describe("the form of a representation", () => {
  it.each<[string, unknown, string, string]>([
    ["no object", "House", "representations[0]", "must be an object"],
    ["a list", [], "representations[0]", "must be an object"],
    [
      "another type",
      { ...HOUSE, __typename: "Flat" },
      "representations[0].__typename",
      'must be "House"; it is "Flat"',
    ],
    [
      "a type of a long name",
      { ...HOUSE, __typename: "F".repeat(200) },
      "representations[0].__typename",
      `must be "House"; it is "${"F".repeat(100)}"`,
    ],
    ["no type", { id: 1 }, "representations[0].__typename", 'must be "House"'],
    [
      "no key",
      { __typename: "House" },
      "representations[0].id",
      "must be a whole number, or a text of at most 200 characters",
    ],
    [
      "a long key",
      { ...HOUSE, id: "x".repeat(201) },
      "representations[0].id",
      "must be a whole number, or a text of at most 200 characters",
    ],
    [
      "a fraction as its key",
      { ...HOUSE, id: 1.5 },
      "representations[0].id",
      "must be a whole number, or a text of at most 200 characters",
    ],
  ])("is refused if it has %s", (_what, representation, path, reason) => {
    const message = `${path} ${reason}.`;

    expect(batchOf(representation).read(0)).toEqual(new InputProblem(message, [{ path, message }]));
  });

  it.each([1, "x".repeat(200), ""])("may have the key %j", (id) => {
    const house = { ...HOUSE, id };

    expect(batchOf(house).read(0)).toBe(house);
  });

  it("is that of its own fields", () => {
    const inherited = Object.create(HOUSE);
    inherited.__typename = "House";

    expect(batchOf(inherited).read(0)).toMatchObject({ fields: [{ path: "representations[0].id" }] });
  });
});

describe("the values of a representation", () => {
  it("are a row, whatever their order, with missing values where there are none", () => {
    const batch = batchOf(HOUSE, { ...HOUSE, garage: "one car", garden: true, rooms: 3 });
    batch.read(0);
    batch.read(1);

    expect([...batch.rows]).toEqual([
      ...[50, NaN, NaN, NaN, NaN, 0, 0, NaN],
      // A garage that is not named is of the category "none".
      ...[50, 3, NaN, 1, NaN, 0, 1, NaN],
    ]);
    expect([batch.problemOf(0), batch.problemOf(1)]).toEqual([undefined, undefined]);
  });

  it.each<[string, object, string]>([
    ["lacks a required one", { area: null }, "area is required."],
    ["has another type", { rooms: "3" }, "rooms must be a whole number."],
    ["is out of its domain", { area: 0 }, "area must be a finite number, greater than 0; it is 0."],
    [
      "is out of the domain of dates",
      { sold: "1999-12-31" },
      "sold must be 2000-01-01 or greater; it is 1999-12-31.",
    ],
    ["is too large", { area: 1e61 }, "area is too large: it must be at most 1e+60; it is 1e+61."],
    [
      "is an unknown category",
      { garage: "three" },
      'garage must be one of the texts "none", "one car", "two cars".',
    ],
  ])("are a problem if one %s", (_what, values, message) => {
    const batch = batchOf(HOUSE, { ...HOUSE, ...values });
    batch.read(0);
    batch.read(1);
    const path = `representations[1].${message.split(" ")[0]}`;

    expect(batch.problemOf(0)).toBeUndefined();
    expect(batch.problemOf(1)).toEqual(new InputProblem(message, [{ path, message }]));
  });

  it("are told one after the other", () => {
    const batch = batchOf({ ...HOUSE, area: -1, built: 1700, style: undefined });
    batch.read(0);

    expect(batch.problemOf(0)?.message).toBe(
      "area must be a finite number, greater than 0; it is -1. built must be a finite number, 1800 or greater; it is 1700. style is required.",
    );
  });
});

describe("the error of a representation", () => {
  it("has its fields, and is none after enough of them", () => {
    const batch = batchOf(HOUSE);
    const fields = [{ path: "representations[0].area", message: "It is wrong." }];
    const errors = Array.from({ length: MAX_FAILURES + 1 }, () =>
      batch.failureOf(new InputProblem("Wrong.", fields)),
    );

    expect(errors[0]).toMatchObject({ message: "Wrong.", extensions: { code: "BAD_USER_INPUT", fields } });
    expect(errors[MAX_FAILURES]).toBeNull();
  });

  it("is at its place in the argument", () => {
    expect(batchOf(HOUSE).path(3)).toBe("representations[3]");
    expect(batchOf(HOUSE).path(3, "area")).toBe("representations[3].area");
  });
});
