import { buildSchema, GraphQLError, parseValue } from "graphql";
import { argumentErrorsPlugin } from "../../../../src/graphql/argument-errors";
import { errorsWithPlugin } from "../../../support/errors-with-plugin";

/** An operation that fails with this error. */
function failing(error: Error) {
  const schema = buildSchema("type Query { sum(of: [Int!]!): Int }");
  const rootValue = {
    sum: () => {
      throw error;
    },
  };
  return { plugin: argumentErrorsPlugin, schema, rootValue };
}

const codesOf = async (error: Error, query = "{ sum(of: [1]) }", variables?: Record<string, unknown>) =>
  (await errorsWithPlugin(failing(error), query, variables)).map(({ extensions }) => extensions?.code);

describe("an error of graphql-js about an argument", () => {
  it.each([
    ["an argument", "query ($n: [Int!] = []) { sum(of: $n) }", { n: null }],
    ["an item of an argument", "query ($n: Int = 1) { sum(of: [$n]) }", { n: null }],
    ["an argument of a directive", "query ($n: Boolean = true) { sum(of: []) @skip(if: $n) }", { n: null }],
  ])("when a variable is null that is %s, then it is the client's", async (_what, query, variables) => {
    expect(await codesOf(new Error("It is not reached."), query, variables)).toEqual(["BAD_USER_INPUT"]);
  });
});

describe("another error", () => {
  it.each(['Argument "of" has invalid value 1.', "It failed."])(
    "is the server's, whatever its message: %s",
    async (message) => {
      expect(await codesOf(new Error(message))).toEqual(["INTERNAL_SERVER_ERROR"]);
      expect(await codesOf(new GraphQLError(message))).toEqual(["INTERNAL_SERVER_ERROR"]);
    },
  );

  it("when it has a code, then it keeps that", async () => {
    const error = new GraphQLError("Too much.", {
      nodes: parseValue("1"),
      extensions: { code: "OVERLOADED" },
    });
    expect(await codesOf(error)).toEqual(["OVERLOADED"]);
  });
});
