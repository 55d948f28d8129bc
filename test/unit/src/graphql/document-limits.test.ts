import { ApolloServer } from "@apollo/server";
import { buildSchema, GraphQLError } from "graphql";
import { documentLimitCodes, documentLimitRules } from "../../../../src/graphql/document-limits";

const schema = buildSchema("type Query { a(n: Int): Query b: Int }");

const LIMITS = { MAX_QUERY_DEPTH: 3, MAX_QUERY_ALIASES: 2 };

/** The errors of an operation, as code and message. */
async function errorsOf(
  query: string,
  { introspection = true, variables = {}, rootValue = {}, maxTokens = 500 } = {},
) {
  const server = new ApolloServer({
    schema,
    rootValue,
    introspection,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens },
    validationRules: documentLimitRules(LIMITS),
    plugins: [documentLimitCodes({ MAX_QUERY_TOKENS: maxTokens })],
  });
  const { body } = await server.executeOperation({ query, variables });
  if (body.kind !== "single") throw new Error("The answer comes in parts.");
  return (body.singleResult.errors ?? []).map(({ message, extensions }) => [extensions?.code, message]);
}

describe("the limits of a document", () => {
  it.each([
    [
      "{ a { a { b } } }",
      "{ a { a { a { b } } } }",
      "QUERY_TOO_DEEP",
      "The query nests more than 3 levels of fields.",
    ],
    [
      "{ x: b y: b }",
      "{ x: b y: b z: b }",
      "QUERY_TOO_MANY_ALIASES",
      "The query has more than 2 aliases; send many rows with predictHousePrices.",
    ],
    [
      `{ ${"b @skip(if: true) ".repeat(50)}}`,
      `{ ${"b @skip(if: true) ".repeat(51)}}`,
      "QUERY_TOO_MANY_DIRECTIVES",
      "The query has more than 50 directives.",
    ],
  ])("let %s pass, but not more", async (within, above, code, message) => {
    expect(await errorsOf(within)).toEqual([]);
    expect(await errorsOf(above)).toEqual([[code, message]]);
  });

  it("when a fragment makes it deep, then it is refused as well", async () => {
    const query = "{ a { ...F } } fragment F on Query { a { a { b } } }";
    expect((await errorsOf(query)).map(([code]) => code)).toEqual(["QUERY_TOO_DEEP"]);
  });

  it("when it has too many tokens, then that is told", async () => {
    expect(await errorsOf("{ b }", { maxTokens: 3 })).toEqual([]);
    expect(await errorsOf("{ b b }", { maxTokens: 3 })).toEqual([
      ["QUERY_TOO_LONG", "The query has more than 3 tokens; send its values as variables."],
    ]);
  });
});

describe("the codes of other errors", () => {
  it("when introspection is off, then it says where the schema is", async () => {
    expect(await errorsOf("{ __schema { __typename } }", { introspection: false })).toEqual([
      [
        "GRAPHQL_VALIDATION_FAILED",
        "Introspection is off. Read schema/schema.graphql, or start the server with INTROSPECTION=true.",
      ],
    ]);
  });

  it.each([
    ["{ c }", "GRAPHQL_VALIDATION_FAILED"],
    ["{", "GRAPHQL_PARSE_FAILED"],
  ])("are Apollo's: %s", async (query, code) => {
    expect((await errorsOf(query)).map(([each]) => each)).toEqual([code]);
  });

  it.each<[Error, string]>([
    [new GraphQLError("x", { extensions: { http: { status: 400 } } }), "BAD_REQUEST"],
    [new GraphQLError("x", { extensions: { http: { status: 500 } } }), "INTERNAL_SERVER_ERROR"],
    [new GraphQLError("x", { extensions: { http: null } }), "INTERNAL_SERVER_ERROR"],
    [new GraphQLError("Too many errors processing variables, error limit reached."), "BAD_USER_INPUT"],
    [new GraphQLError("There are Too many errors processing variables"), "INTERNAL_SERVER_ERROR"],
    [new GraphQLError("x", { extensions: { code: "OVERLOADED", http: { status: 400 } } }), "OVERLOADED"],
    [new Error("x"), "INTERNAL_SERVER_ERROR"],
  ])("when they have none, then they are chosen: %s is %s", async (error, code) => {
    const rootValue = {
      b: () => {
        throw error;
      },
    };
    expect((await errorsOf("{ b }", { rootValue })).map(([each]) => each)).toEqual([code]);
  });
});
