import { buildSchema, parse, validate } from "graphql";
import { literalPaths } from "../../../../src/graphql/literal-paths";

const schema = buildSchema(`
  directive @note(text: String!, by: String!) on FIELD
  scalar Json
  input Kitchen { size: Int! floor: Int! tiles: [Int!] }
  input Location @oneOf { zip: String point: [Float!] }
  input House { rooms: Int! kitchen: Kitchen location: Location label: Int! = 1 }
  type Price { value(unit: Int!, by: [Int!]!): Int }
  type Query { price(house: House!, at: Int!): Price level(of: Json): Int }
`);

/** The path of each error, in the order in which graphql-js reports them. */
function pathsOf(query: string) {
  const document = parse(query);
  const errors = validate(schema, document);
  const paths = literalPaths(schema, document, errors);
  return errors.map((error) => paths.get(error));
}

describe("missing arguments", () => {
  it.each<[string, (string | undefined)[]]>([
    ["{ price { value(unit: 1) } }", ["by", "house", "at"]],
    ["{ price(house: {rooms: 1}) { a: value b: value } }", ["unit", "by", "unit", "by", "at"]],
    // The first error is about the selection, at the same node.
    ["{ price(at: 1) }", [undefined, "house"]],
    ["{ level @note(by: 1) }", ["by", "text"]],
    ["{ level @note }", ["text", "by"]],
    ["{ level @unknown }", [undefined]],
  ])("of %s are found by the schema", (query, paths) => {
    expect(pathsOf(query)).toEqual(paths);
  });
});

describe("missing fields", () => {
  it.each<[string, (string | undefined)[]]>([
    ["{ level(of: {}) price(at: 1, house: {}) { __typename } }", ["house.rooms"]],
    [
      "{ price(at: 1, house: {rooms: 1, kitchen: {tiles: [1, null]}}) { __typename } }",
      ["size", "floor", "tiles[1]"].map((name) => `house.kitchen.${name}`),
    ],
    ["{ price(at: {a: {}}, house: {rooms: 1, location: {}}) { __typename } }", ["at", "house.location"]],
    ["query ($h: House! = {}) { price(at: 1, house: $h) { __typename } }", [undefined]],
  ])("of %s are found by the schema", (query, paths) => {
    expect(pathsOf(query)).toEqual(paths);
  });
});

describe("a text that looks like a message", () => {
  it("has the path of the literal", () => {
    const text = 'Field \\"y\\" of required type; argument \\"z\\" of type \\"Int!\\" is required';

    expect(pathsOf(`{ price(at: "${text}", house: {rooms: "${text}"}) { __typename } }`)).toEqual([
      "at",
      "house.rooms",
    ]);
  });
});
