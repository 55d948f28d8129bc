import { ApolloServer } from "@apollo/server";
import type { GraphQLSchema } from "graphql";
import { ModelCatalogue } from "../../../../../model/registry/catalogue";
import { buildSchema } from "../../../../../schema/build-schema";
import { guardsPlugin } from "../../../../../src/graphql/guards/guards-plugin";
import { LargeOperations } from "../../../../../src/graphql/guards/large-operations";
import { OperationGuard } from "../../../../../src/graphql/guards/operation-guard";
import { VariableGuard } from "../../../../../src/graphql/guards/variable-guard";
import type { RequestContext } from "../../../../../src/graphql/request-context";
import { CALIFORNIA } from "../../../../support/california";
import { modelVariant } from "../../../../support/model-variants";
import { largeRequest, requestContext } from "../../../../support/request-context";

/** Each row costs 11, the batch 1, and each type name 1. */
const ROWS = 4545;
const BATCH = "predictHousePrices(inputs: $inputs) { __typename }";
const inputs = (count: number) =>
  Array.from({ length: count }, () => ({ medInc: 3, aveRooms: 5, aveOccup: 2 }));
const typeNames = (count: number) => Array.from({ length: count }, (_, i) => `t${i}: __typename`).join(" ");
const batch = (others: number) => `query ($inputs: [HouseFeaturesInput!]!) { ${BATCH} ${typeNames(others)} }`;

/** 1 + 4545 · 11 + 4 = 50,000. */
const LARGE = batch(4);
const SMALLER = batch(3);

let schema: GraphQLSchema;
let large: LargeOperations;

beforeAll(() => {
  schema = buildSchema(CALIFORNIA);
});
beforeEach(() => {
  large = new LargeOperations();
});

/** What an operation gives within limits, with the turn that it took. */
async function run(
  query: string,
  variables: Record<string, unknown>,
  { maxCost = 1e6, maxAnswerBytes = 1e9 } = {},
) {
  const operations = new OperationGuard(schema, CALIFORNIA, { maxCost, maxRows: 10_000 });
  const server = new ApolloServer<RequestContext>({
    schema,
    includeStacktraceInErrorResponses: false,
    plugins: [guardsPlugin({ operations, variables: new VariableGuard(schema), large, maxAnswerBytes })],
  });
  const contextValue = requestContext(new ModelCatalogue([modelVariant("a", 1, 1)]));
  const { body, http } = await server.executeOperation({ query, variables }, { contextValue });
  if (body.kind !== "single") throw new Error("The answer comes in parts.");
  return { status: http.status, isLarge: contextValue.turn.isLarge, ...body.singleResult };
}

describe("the guards of an operation", () => {
  it("when it costs more than it may, then it is refused before it runs", async () => {
    const { data, errors, status } = await run("{ modelInfo { name version } }", {}, { maxCost: 5 });
    expect([status, data, errors?.[0].extensions?.code]).toEqual([400, undefined, "QUERY_TOO_COSTLY"]);
    expect((await run("{ modelInfo { name version } }", {}, { maxCost: 6 })).errors).toBeUndefined();
  });

  it("when its variables are invalid, then the message has them shortened", async () => {
    const query = "query ($input: HouseFeaturesInput!) { predictHousePrice(input: $input) { __typename } }";
    const { errors } = await run(query, { input: { ...inputs(1)[0], medInc: "x".repeat(5000) } });
    expect(errors?.[0].message).toContain(`"${"x".repeat(100)}…"`);
  });

  it("when there is no such operation, then graphql-js says so", async () => {
    const { errors } = await run("query A { __typename } query B { __typename }", {});
    expect(errors?.[0].message).toMatch(/^Must provide operation name/);
  });

  it("when it has no variables, then it runs as well", async () => {
    expect((await run("{ __typename }", {})).data).toEqual({ __typename: "Query" });
  });
});

describe("an operation that costs 50,000", () => {
  it("takes its turn; a cheaper one does not", async () => {
    expect((await run(LARGE, { inputs: inputs(ROWS) })).isLarge).toBe(true);
    large = new LargeOperations();
    expect((await run(SMALLER, { inputs: inputs(ROWS) })).isLarge).toBe(false);
  });

  it("waits for the turn of another", async () => {
    const leave = await large.enter(largeRequest());
    let isAnswered = false;
    const answer = run(LARGE, { inputs: inputs(ROWS) }).finally(() => {
      isAnswered = true;
    });
    await run(SMALLER, { inputs: inputs(ROWS) });
    expect(isAnswered).toBe(false);
    leave();
    expect((await answer).data?.t0).toBe("Query");
  });

  it("when its answer would be too large, then it is refused; that of a cheaper one is not measured", async () => {
    const tight = { maxAnswerBytes: 10_000 };
    const { data, errors, status } = await run(LARGE, { inputs: inputs(ROWS) }, tight);
    expect([status, data, errors]).toEqual([
      400,
      undefined,
      [
        {
          message: "The response would be larger than 10000 bytes. Select fewer fields, or send fewer rows.",
          extensions: { code: "ANSWER_TOO_LARGE" },
        },
      ],
    ]);
    expect((await run(SMALLER, { inputs: inputs(ROWS) }, tight)).errors).toBeUndefined();
  });
});
