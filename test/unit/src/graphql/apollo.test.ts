import { GraphQLError, type GraphQLSchema } from "graphql";
import pino from "pino";
import { ModelCatalogue } from "../../../../model/registry/catalogue";
import { buildSchema } from "../../../../schema/build-schema";
import { loadConfig } from "../../../../src/config";
import { createApollo } from "../../../../src/graphql/apollo";
import { LargeOperations } from "../../../../src/graphql/guards/large-operations";
import { OperationGuard } from "../../../../src/graphql/guards/operation-guard";
import { VariableGuard } from "../../../../src/graphql/guards/variable-guard";
import { CALIFORNIA } from "../../../support/california";
import { modelVariant } from "../../../support/model-variants";
import { requestContext } from "../../../support/request-context";

let schema: GraphQLSchema;
let counted: string[];
let logged: { level: number; msg: string; err?: { message: string } }[];

beforeEach(() => {
  schema = buildSchema(CALIFORNIA);
  counted = [];
  logged = [];
});

/** The answer of a server with this configuration, and what its request then tells. */
async function answer(
  query: string,
  environment: NodeJS.ProcessEnv = {},
  variables: Record<string, unknown> = {},
) {
  const guards = {
    operations: new OperationGuard(schema, CALIFORNIA, { maxCost: 1e6, maxRows: 100 }),
    variables: new VariableGuard(schema),
    large: new LargeOperations(),
    maxAnswerBytes: 1e6,
  };
  const logger = pino({}, { write: (line) => void logged.push(JSON.parse(line)) });
  const countError = (code: string) => void counted.push(code);
  const apollo = createApollo(schema, loadConfig(environment), logger, {
    guards,
    countError,
    safelist: undefined,
    fastPath: undefined,
  });
  const contextValue = requestContext(new ModelCatalogue([modelVariant("a", 1, 1)]));
  const { body, http } = await apollo.executeOperation({ query, variables }, { contextValue });
  if (body.kind !== "single") throw new Error("The answer comes in parts.");
  return { status: http.status, request: contextValue.request, ...body.singleResult };
}

const codesOf = async (query: string, environment?: NodeJS.ProcessEnv, variables?: Record<string, unknown>) =>
  (await answer(query, environment, variables)).errors?.map(({ extensions }) => extensions?.code);

/** Lets the field `modelInfo` fail. */
function failWith(error: Error): void {
  const field = schema.getQueryType()?.getFields().modelInfo;
  if (!field) throw new Error("There is no such field.");
  field.resolve = () => {
    throw error;
  };
}

const FAILING = "{ modelInfo { name } }";

describe("an error that nobody expected", () => {
  it("is logged and counted, and says nothing of the server", async () => {
    failWith(new Error("secret"));
    const { errors } = await answer(FAILING);
    expect(errors).toEqual([
      {
        message: "The server failed.",
        locations: [{ line: 1, column: 3 }],
        path: ["modelInfo"],
        extensions: { code: "INTERNAL_SERVER_ERROR" },
      },
    ]);
    expect(logged).toMatchObject([{ level: 50, msg: "resolver failed", err: { message: "secret" } }]);
    expect(counted).toEqual(["INTERNAL_SERVER_ERROR"]);
  });
});

describe("an error with a code", () => {
  it("is counted and sent as it is, without a stack", async () => {
    failWith(new GraphQLError("No model.", { extensions: { code: "MODEL_UNAVAILABLE" } }));
    const { errors } = await answer(FAILING);
    expect(errors).toMatchObject([{ message: "No model.", extensions: { code: "MODEL_UNAVAILABLE" } }]);
    expect(Object.keys(errors?.[0].extensions ?? {})).toEqual(["code"]);
    expect([counted, logged]).toEqual([["MODEL_UNAVAILABLE"], []]);
  });

  it("when its message is long, then it is shortened", async () => {
    failWith(new GraphQLError("x".repeat(5000), { extensions: { code: "MODEL_UNAVAILABLE" } }));
    expect((await answer(FAILING)).errors?.[0].message).toHaveLength(600);
  });
});

describe("introspection", () => {
  const TYPES = "{ __schema { queryType { name } } }";
  const MISSPELT = "{ modelInf { name } }";

  it("when it is on, then the schema is told, also in errors", async () => {
    const on = { INTROSPECTION: "true" };
    expect((await answer(TYPES, on)).data).toEqual({ __schema: { queryType: { name: "Query" } } });
    expect((await answer(MISSPELT, on)).errors?.[0].message).toMatch(/Did you mean "modelInfo"/);
  });

  it("when it is off, then it is not", async () => {
    const off = { INTROSPECTION: "false" };
    expect((await answer(TYPES, off)).errors?.[0].message).toMatch(/^Introspection is off\./);
    expect((await answer(MISSPELT, off)).errors?.[0].message).not.toMatch(/modelInfo/);
  });
});

describe("an operation", () => {
  it.each([
    ["MAX_QUERY_TOKENS", "QUERY_TOO_LONG", "5"],
    ["MAX_QUERY_DEPTH", "QUERY_TOO_DEEP", "1"],
    ["MAX_QUERY_ALIASES", "QUERY_TOO_MANY_ALIASES", "0"],
  ])("when it is over %s, then it is refused: %s", async (variable, code, limit) => {
    const query = "{ a: modelInfo { name } }";
    expect(await codesOf(query, { [variable]: limit })).toEqual([code]);
    expect(await codesOf(query)).toBeUndefined();
  });

  it("when it is of no kind of the schema, then it is refused", async () => {
    expect((await answer("mutation { a }")).errors?.map(({ message }) => message)).toContain(
      "The schema has no mutation operations.",
    );
  });

  it("when its variables are invalid, then they are told by their paths", async () => {
    const query = "query ($input: HouseFeaturesInput!) { predictHousePrice(input: $input) { __typename } }";
    const { errors } = await answer(query, {}, { input: { medInc: "x", aveRooms: 1, aveOccup: 1 } });
    expect(errors?.map(({ extensions }) => extensions)).toEqual([
      { code: "BAD_USER_INPUT", fields: [{ path: "input.medInc", message: expect.any(String) }] },
    ]);
  });

  it("when an argument is null that must not be, then that is the client's error", async () => {
    const query = "query ($no: Boolean = true) { modelInfo @skip(if: $no) { name } }";
    expect(await codesOf(query, {}, { no: null })).toEqual(["BAD_USER_INPUT"]);
  });

  it("when very many variables are invalid, then a few are told", async () => {
    const query =
      "query ($inputs: [HouseFeaturesInput!]!) { predictHousePrices(inputs: $inputs) { __typename } }";
    const errors = (await answer(query, {}, { inputs: new Array(100).fill({ medInc: "x" }) })).errors ?? [];
    expect(errors.length).toBeLessThan(60);
    const fields = Array.from({ length: 100 }, (_, i) => `unknown${i}`).join(" ");
    expect((await answer(`{ ${fields} }`)).errors?.length).toBeLessThan(60);
  });

  it("is noted for the log and the metrics", async () => {
    const { request } = await answer("query Prices { modelInfo { name } }");
    expect([request.operationName, request.rootField]).toEqual(["Prices", "modelInfo"]);
  });
});
