import { buildSchema, type GraphQLSchema, graphqlSync, isObjectType } from "graphql";
import { refuseBadArguments } from "../../../../schema/federation/check-arguments";

const SDL = `
  type Query { houses: [Any]! , one: House }
  union Any = House | Flat
  type House { id: ID price: Price }
  type Flat { price: Price id: ID }
  type Price {
    value: Float
    interval("From 1 to 9." coverage: Float = 5, bare: Float): Float
  }
`;

let schema: GraphQLSchema;

/** Arguments from 1 to 9 are accepted, and any that is not given. */
beforeEach(() => {
  schema = buildSchema(SDL);
  const price = schema.getType("Price");
  if (!isObjectType(price)) throw new Error("There is no price.");
  for (const argument of price.getFields().interval.args) {
    argument.extensions = { accepts: (value?: number) => value === undefined || (value >= 1 && value <= 9) };
  }
  const { houses, one } = schema.getQueryType()?.getFields() ?? {};
  houses.resolve = (_root, _arguments, _context, info) => {
    refuseBadArguments(info);
    return [];
  };
  one.resolve = (_root, _arguments, _context, info) => {
    refuseBadArguments(info);
    return null;
  };
});

function refusalOf(source: string, variableValues: Record<string, unknown> = {}): string | undefined {
  const { errors } = graphqlSync({ schema, source, variableValues });
  return errors?.map(({ message }) => message).join();
}

const BAD = "price { interval(coverage: 0) }";
const REFUSAL = "coverage of interval cannot be 0. From 1 to 9.";

describe("a bad argument within a batch", () => {
  it.each([
    ["in a type of the union", `{ houses { ... on House { ${BAD} } } }`],
    ["in the other type", `{ houses { __typename ... on House { id } ... on Flat { ${BAD} } } }`],
    ["in a fragment of the union", `{ houses { ... on Any { ... on House { ${BAD} } } } }`],
    ["in a fragment without a type", `{ houses { ... { ... on House { ... { ${BAD} } } } } }`],
    ["in a spread", `{ houses { ...f } } fragment f on House { ${BAD} }`],
    ["in a spread that is used twice", `{ houses { ...f ...f } } fragment f on House { ${BAD} }`],
    [
      "in a fragment within",
      "{ houses { ... on House { price { ... on Price { interval(coverage: 0) } } } } }",
    ],
    ["of an object", `{ one { ${BAD} } }`],
    ["in a second selection of the field", `{ one { id } one { ${BAD} } }`],
    ["behind good ones", `{ one { price { value interval again: interval(coverage: 10) } } }`],
    [
      "that is included",
      `{ one { ... @include(if: true) { price @skip(if: false) { interval(coverage: 0) } } } }`,
    ],
  ])("is refused %s", (_where, source) => {
    expect(refusalOf(source)).toMatch(/^coverage of interval cannot be (0|10)\. From 1 to 9\.$/);
  });

  it("is refused with its name", () => {
    const { errors } = graphqlSync({ schema, source: `{ one { ${BAD} } }` });

    expect(errors?.[0].extensions).toEqual({
      code: "BAD_USER_INPUT",
      fields: [{ path: "coverage", message: REFUSAL }],
    });
  });

  it("is refused without a description if it has none", () => {
    expect(refusalOf("{ one { price { interval(bare: 0) } } }")).toBe("bare of interval cannot be 0.");
  });

  it("is refused as a variable", () => {
    const source = "query ($c: Float) { one { price { interval(coverage: $c) } } }";

    expect(refusalOf(source, { c: 0 })).toBe(REFUSAL);
    expect(refusalOf(source, { c: 9 })).toBeUndefined();
    expect(refusalOf(source)).toBeUndefined();
  });
});

describe("fragments that spread each other many times", () => {
  it("are each checked once", () => {
    const accepts = jest.fn(() => true);
    const price = schema.getType("Price");
    if (!isObjectType(price)) throw new Error("There is no price.");
    price.getFields().interval.args[0].extensions = { accepts };
    const last = 6;
    const fragments = Array.from(
      { length: last },
      (_, i) => `fragment f${i} on House { ...f${i + 1} ...f${i + 1} }`,
    );
    const text = `{ one { ...f0 } } ${fragments.join(" ")} fragment f${last} on House { price { interval } }`;

    expect(refusalOf(text)).toBeUndefined();
    expect(accepts).toHaveBeenCalledTimes(1);
  });
});

describe("a batch is accepted", () => {
  it.each([
    ["with good arguments", "{ houses { ... on House { price { interval(coverage: 1) } } } }"],
    ["with the default", "{ houses { ... on House { price { interval } } } }"],
    ["without a field that has arguments", "{ houses { __typename } }"],
    ["in a fragment of another type", `{ one { ... on Any { ... on Flat { ${BAD} } } } }`],
    ["if the field is skipped", "{ one { price { interval(coverage: 0) @skip(if: true) } } }"],
    ["if the fragment is not included", `{ one { ... @include(if: false) { ${BAD} } } }`],
  ])("%s", (_how, source) => {
    expect(refusalOf(source)).toBeUndefined();
  });
});
