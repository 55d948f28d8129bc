import { buildSchema, GraphQLError } from "graphql";
import { fieldPathsPlugin } from "../../../../src/graphql/field-paths";
import { errorsWithPlugin } from "../../../support/errors-with-plugin";

const schema = buildSchema(`
  input Kitchen { size: Int! }
  input House { rooms: Int! kitchen: Kitchen kitchens: [Kitchen!] }
  type Query { price(house: House!): Int prices(houses: [House!]!): Int level(of: Int!): Int }
`);

/** The paths of what is wrong with an operation, for each of its errors. */
async function pathsOf(query: string, variables?: Record<string, unknown>) {
  const errors = await errorsWithPlugin({ plugin: fieldPathsPlugin, schema }, query, variables);
  return errors.map(({ message, extensions: { fields } = {} }) => {
    if (!Array.isArray(fields)) return undefined;
    expect(fields).toEqual([{ path: expect.any(String), message }]);
    return fields[0].path;
  });
}

describe("the path of a variable's value", () => {
  const price = (variables: Record<string, unknown>) =>
    pathsOf("query ($house: House!) { price(house: $house) }", variables);

  it.each([
    ["is absent", {}, ["house"]],
    ["is null", { house: null }, ["house"]],
    ["is of another type", { house: 7 }, ["house"]],
    ["lacks a field", { house: {} }, ["house.rooms"]],
    ["has an unknown field", { house: { rooms: 1, rooom: 1 } }, ["house.rooom"]],
    ["has a field of another type", { house: { rooms: "x" } }, ["house.rooms"]],
    ["lacks a field of an object", { house: { rooms: 1, kitchen: {} } }, ["house.kitchen.size"]],
    [
      "has several errors",
      { house: { rooms: 1.5, kitchens: [{ size: 1 }, { size: "x" }] } },
      ["house.rooms", "house.kitchens[1].size"],
    ],
  ])("when it %s, is %j's", async (_what, variables, paths) => {
    expect(await price(variables)).toEqual(paths);
  });

  it("when it is in a list, then it has the position", async () => {
    const query = "query ($houses: [House!]!) { prices(houses: $houses) }";
    expect(await pathsOf(query, { houses: [{ rooms: 1 }, { rooms: null }, {}] })).toEqual([
      "houses[1].rooms",
      "houses[2].rooms",
    ]);
  });
});

describe("the path of a literal", () => {
  it.each([
    ["{ level }", ["of"]],
    ["{ level(of: 1.5) }", ["of"]],
    ["{ price(house: {}) }", ["house.rooms"]],
    ['{ price(house: { rooms: "x" }) }', ["house.rooms"]],
    ["{ price(house: { rooms: 1, rooom: 1 }) }", ["house.rooom"]],
    ["{ price(house: { rooms: 1, kitchen: {} }) }", ["house.kitchen.size"]],
    ["{ price(house: { rooms: 1, kitchens: [{ size: 1 }, {}] }) }", ["house.kitchens[1].size"]],
    ["{ a: level(of: 1) b: prices(houses: [{ rooms: 1 }, { rooms: [1] }]) }", ["houses[1].rooms"]],
  ])("in %s is %j", async (query, paths) => {
    expect(await pathsOf(query)).toEqual(paths);
  });
});

describe("an error that is about no input", () => {
  it("has no path", async () => {
    expect(await pathsOf("{ levels }")).toEqual([undefined]);
    expect(await pathsOf("{ level(")).toEqual([undefined]);
    expect(await pathsOf("query ($x: Unknown) { level(of: 1) }")).toEqual([undefined, undefined]);
    expect(await pathsOf("query ($x: Float) { level(of: $x) }", { x: 1 })).toEqual([undefined]);
  });
});

it("when an error has its fields already, then it keeps them", async () => {
  const fields = [{ path: "house.pool", message: "No pool." }];
  const rootValue = {
    price: () => {
      throw new GraphQLError('Variable "$house" got invalid value 7.', { extensions: { fields } });
    },
  };
  const query = "{ price(house: { rooms: 1 }) }";
  const [error] = await errorsWithPlugin({ plugin: fieldPathsPlugin, schema, rootValue }, query);
  expect(error.extensions?.fields).toEqual(fields);
});
