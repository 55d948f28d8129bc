import fc from "fast-check";
import { buildSchema, GraphQLError, getVariableValues, parse, type VariableDefinitionNode } from "graphql";
import { variablePaths } from "../../../../src/graphql/variable-paths";

const schema = buildSchema(`
  scalar Day
  input Kitchen { size: Int! floor: Int! = 0 tiles: [Int!] }
  input Location @oneOf { zip: String point: [Float!] }
  input House { rooms: Int! kitchen: Kitchen kitchens: [Kitchen!] location: Location built: Day name: String label: Int! }
  type Query { price(house: House!): Int }
`);

function definitionOf(type: string): VariableDefinitionNode {
  const [operation] = parse(`query ($house: ${type}) { price(house: $house) }`).definitions;
  if (operation.kind !== "OperationDefinition" || !operation.variableDefinitions)
    throw new Error("no variable");
  return operation.variableDefinitions[0];
}

/** The paths that are found, and the messages of graphql-js which they belong to. */
function locate(value: unknown, type = "House!") {
  const definition = definitionOf(type);
  const variables = value === undefined ? {} : { house: value };
  const { errors = [] } = getVariableValues(schema, [definition], variables);
  return {
    paths: variablePaths(schema, definition, variables, Number.POSITIVE_INFINITY),
    messages: errors.map(({ message }) => message),
  };
}

const HOUSE = { rooms: 1, label: 1 };

describe("the path of a refused value", () => {
  it.each<[string, unknown, string[]]>([
    ["is absent", undefined, ["house"]],
    ["is null", null, ["house"]],
    ["is a list", [], ["house"]],
    ["lacks two fields around a bad one", { name: 7 }, ["house.rooms", "house.name", "house.label"]],
    [
      "lacks fields and has unknown ones",
      { a: 1, b: 2 },
      ["rooms", "label", "a", "b"].map((n) => `house.${n}`),
    ],
    ["lacks a field whose default applies", { ...HOUSE, kitchen: { size: 1 } }, []],
    [
      "has null where a default would apply",
      { ...HOUSE, kitchen: { size: 1, floor: null } },
      ["house.kitchen.floor"],
    ],
    ["has an object for a list", { ...HOUSE, kitchens: {} }, ["house.kitchens.size"]],
    [
      "has bad objects in a list",
      { ...HOUSE, kitchens: [{ size: 1 }, { tiles: [1, "x"] }, null, 7, { size: 1, x: 1 }] },
      ["[1].size", "[1].tiles[1]", "[2]", "[3]", "[4].x"].map((step) => `house.kitchens${step}`),
    ],
    ["has two of one", { ...HOUSE, location: { zip: "1", point: [1] } }, ["house.location"]],
    ["has none of one", { ...HOUSE, location: {} }, ["house.location"]],
    ["has null for one", { ...HOUSE, location: { zip: null } }, ["house.location.zip"]],
    [
      "has an unknown one",
      { ...HOUSE, location: { street: 1 } },
      ["house.location.street", "house.location"],
    ],
  ])("when a variable %s", (_what, value, paths) => {
    expect(locate(value).paths).toEqual(paths);
    expect(locate(value).messages).toHaveLength(paths.length);
  });

  it("when a list has valid items as well, then it has the position among all", () => {
    const location = { zip: null };
    const houses = [HOUSE, { ...HOUSE, location }, HOUSE, null, {}, { ...HOUSE, name: "x".repeat(2000) }];

    expect(locate(houses, "[House!]!").paths).toEqual([
      "house[1].location.zip",
      "house[3]",
      "house[4].rooms",
      "house[4].label",
    ]);
    expect(locate([[1], ["x"]], "[[Int]]").paths).toEqual(["house[1][0]"]);
  });

  it("when a text looks like a part of a message, then it is no path", () => {
    const text = 'x" at "house.label"; Field "y" of required type "Int!" was not provided.';

    expect(locate({ ...HOUSE, rooms: text }).paths).toEqual(["house.rooms"]);
    expect(locate({ ...HOUSE, kitchens: [text] }).paths).toEqual(["house.kitchens[0]"]);
    expect(locate(text).paths).toEqual(["house"]);
  });

  it("when a key looks like a part of a message, then it is the unknown field", () => {
    const key = ' at "house.label"; Field "y" is not defined';

    expect(locate({ ...HOUSE, [key]: 1 }).paths).toEqual([`house.${key}`]);
    expect(locate({ ...HOUSE, kitchen: { size: 1, "a b": 1 } }).paths).toEqual(["house.kitchen.a b"]);
    expect(locate({ ...HOUSE, ...JSON.parse('{ "__proto__": 1 }'), toString: 1 }).paths).toEqual([
      "house.__proto__",
      "house.toString",
    ]);
  });

  it("belongs to the error that graphql-js reports at its position", () => {
    const kitchen = fc.record(
      { size: fc.anything(), floor: fc.constant(null), tiles: fc.anything() },
      { requiredKeys: [] },
    );
    const bad = fc.oneof(
      fc.constantFrom(null, 1, "x", {}, []),
      fc.dictionary(fc.constantFrom("size", "x", "y"), fc.integer()),
    );
    const value = fc.record(
      {
        rooms: bad,
        kitchen: fc.oneof(kitchen, bad),
        kitchens: fc.oneof(fc.array(fc.oneof(kitchen, bad)), bad),
        location: fc.record({ zip: bad, point: bad }, { requiredKeys: [] }),
        label: bad,
        x: bad,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(value, fc.array(value)), (houses) => {
        const { paths, messages } = locate(JSON.parse(JSON.stringify(houses)), "[House!]!");

        expect(paths).toHaveLength(messages.length);
        expect(paths.filter((path, index) => !isAbout(messages[index], path))).toEqual([]);
      }),
    );
  });
});

/** Whether graphql-js says this of the value at a path, or of a field that its object or the object's type lacks. */
function isAbout(message: string, path: string): boolean {
  const at = (place: string) => (place === "house" ? "; " : ` at "${place}"; `);
  const parent = path.slice(0, path.lastIndexOf("."));
  const field = `Field "${path.slice(parent.length + 1)}" `;
  return [at(path), at(parent) + field].some((text) => message.includes(text));
}

describe("when only some errors are wanted", () => {
  it("then the coercion ends at the last of them", () => {
    const days = buildSchema("scalar Day type Query { a(b: Day): Int }");
    const day = days.getType("Day");
    const refuse = jest.fn(() => {
      throw new GraphQLError("No day.");
    });
    Object.assign(day ?? {}, { parseValue: refuse });

    const paths = variablePaths(days, definitionOf("[Day]"), { house: new Array(1000).fill(1) }, 3);

    expect(paths).toEqual(["house[0]", "house[1]", "house[2]"]);
    // Each is checked, and then coerced.
    expect(refuse).toHaveBeenCalledTimes(6);
  });
});

it("when coercion fails for another reason, then that is told", () => {
  const broken = buildSchema("scalar Day type Query { a(b: Day): Int }");
  expect(() => variablePaths(broken, definitionOf("Night"), {}, 1)).toThrow(
    "The schema lacks the type of $house.",
  );
});
