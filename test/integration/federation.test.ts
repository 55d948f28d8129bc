import { ApolloServer } from "@apollo/server";
import type { FastifyInstance } from "fastify";
import { MAX_FAILURES } from "../../schema/federation/failure-limit";
import { MAX_ERRORS } from "../../src/graphql/guards/bounded-error";
import { ENTITIES, house, houses } from "../support/federation";
import type { Answer } from "../support/graphql-request";
import { createTestApp, inject, metricsOf } from "../support/test-app";

interface Entities {
  readonly _entities: readonly ({ readonly [field: string]: unknown } | null)[];
}

const executeByApollo = jest.spyOn(ApolloServer.prototype, "executeHTTPGraphQLRequest");
let compiling: FastifyInstance;
let plain: FastifyInstance;

beforeAll(async () => {
  compiling = await createTestApp({ FEDERATION: "true" });
  plain = await createTestApp({ FEDERATION: "true", COMPILED_EXECUTION: "false" });
});

afterAll(() => Promise.all([compiling.close(), plain.close()]));

/** Asks both ways of executing, and expects the same of both. */
async function ask(query: string, variables?: unknown) {
  const answer = await inject(compiling, query, variables);
  const same = await inject(plain, query, variables);
  expect([answer.statusCode, answer.body]).toEqual([same.statusCode, same.body]);
  const { data, errors = [] }: Answer<Entities>["body"] = answer.json();
  return { status: answer.statusCode, entities: data?._entities, errors };
}

const askFor = (representations: unknown) => ask(ENTITIES, { representations });

const priceOf = (entity: Entities["_entities"][number] | undefined) => entity?.prediction;

describe("a router that asks for the prices of houses", () => {
  it("gets those of predictHousePrice, by one batch, and the seventh time compiled", async () => {
    const single = `{ predictHousePrice(input: {medInc: 3.5, aveRooms: 5, aveOccup: 2}) { predictedHousePrice } }`;
    const { predictHousePrice } = (await inject(plain, single)).json().data;
    for (let i = 0; i < 6; i++) await askFor([house(7)]);
    executeByApollo.mockClear();
    const answer = await inject(compiling, ENTITIES, { representations: [house(7)] });
    expect(executeByApollo).not.toHaveBeenCalled();
    expect(answer.json().data).toEqual({
      _entities: [{ __typename: "House", id: "7", prediction: predictHousePrice }],
    });
  });

  it("gets a thousand in their order, each with the model that is asked for", async () => {
    const representations = houses(1000);
    const query = `query ($representations: [_Any!]!, $inputs: [HouseFeaturesInput!]!) {
      _entities(representations: $representations) {
        ... on House { id medInc prediction(model: {name: "linear", version: 1}) { predictedHousePrice model { version } } }
      }
      predictHousePrices(inputs: $inputs, model: {name: "linear", version: 1}) {
        ... on HousePricePrediction { predictedHousePrice model { version } }
      }
    }`;
    const inputs = representations.map(({ medInc, aveRooms, aveOccup }) => ({ medInc, aveRooms, aveOccup }));
    const { data } = (await inject(plain, query, { representations, inputs })).json();
    expect(data._entities).toEqual(
      representations.map(({ id, medInc }, i) => ({ id, medInc, prediction: data.predictHousePrices[i] })),
    );
  });

  it("is counted as one batch of so many rows", async () => {
    const app = await createTestApp({ FEDERATION: "true" });
    await inject(app, ENTITIES, { representations: houses(20) });
    const metrics = await metricsOf(app);
    await app.close();
    const sums = [...metrics]
      .filter(([series]) => /batch.*_(sum|count)\b/.test(series))
      .map(([, value]) => value);
    expect(sums.sort((a, b) => a - b)).toEqual([1, 20]);
  });

  it("when one house is bad, then the other 999 have prices", async () => {
    const representations = houses(1000);
    representations[500] = house(500, { medInc: -1 });
    const { entities = [], errors } = await askFor(representations);
    expect(entities.filter(priceOf)).toHaveLength(999);
    expect(entities[500]).toEqual({ __typename: "House", id: "500", prediction: null });
    const message = "medInc must be a finite number, greater than 0; it is -1.";
    expect(errors).toEqual([
      {
        message,
        locations: expect.anything(),
        path: ["_entities", 500, "prediction"],
        extensions: { code: "BAD_USER_INPUT", fields: [{ path: "representations[500].medInc", message }] },
      },
    ]);
  });

  it.each<[string, object, string]>([
    ["has a text for a number", { medInc: "3.5" }, "medInc must be a number."],
    ["has a list for a number", { medInc: [3.5] }, "medInc must be a number."],
    ["lacks a required value", { medInc: undefined }, "medInc is required."],
    ["has null for a required value", { medInc: null }, "medInc is required."],
    ["is out of its domain", { aveOccup: 0 }, "aveOccup must be a finite number, greater than 0; it is 0."],
    ["is too large to compute with", { medInc: 1e300 }, "medInc is too large"],
    ["is nowhere", { latitude: 91 }, "latitude must be a finite number, from -90 to 90; it is 91."],
  ])("when a house %s, then its prediction alone is null", async (_, values, message) => {
    const { status, entities, errors } = await askFor([house(1), house(2, values)]);
    expect(status).toBe(200);
    expect(priceOf(entities?.[0])).not.toBeNull();
    expect(entities?.[1]).toMatchObject({ id: "2", prediction: null });
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({
      path: ["_entities", 1, "prediction"],
      extensions: { code: "BAD_USER_INPUT" },
    });
    expect(errors[0].message).toContain(message);
  });
});

describe("hostile representations", () => {
  it.each<[string, unknown]>([
    ["a number", 5],
    ["a text", "House"],
    ["a very long text", "x".repeat(100_000)],
    ["a list", [house(1)]],
    ["without a type", { id: "1", medInc: 3 }],
    ["of an unknown type", { ...house(1), __typename: "Person" }],
    ["of a type that every object has", { ...house(1), __typename: "constructor" }],
    ["of a type with a very long name", { ...house(1), __typename: "x".repeat(100_000) }],
    ["of a type that is a list", { ...house(1), __typename: ["House"] }],
    ["without a key", { ...house(1), id: undefined }],
    ["with an object for a key", { ...house(1), id: {} }],
    ["with a very long key", { ...house(1), id: "x".repeat(100_000) }],
    ["with a broken number for a key", { ...house(1), id: 0.5 }],
  ])("when one is %s, then it alone is null, with a short error", async (_, hostile) => {
    const { status, entities, errors } = await askFor([house(1), hostile, house(3)]);
    expect(status).toBe(200);
    expect(entities?.map((each) => each?.id)).toEqual(["1", undefined, "3"]);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ path: ["_entities", 1], extensions: { code: "BAD_USER_INPUT" } });
    expect(JSON.stringify(errors).length).toBeLessThan(1500);
  });

  it("when one has fields of every object's prototype, then they are not values", async () => {
    const { entities, errors } = await askFor([house(1, { constructor: 1, toString: { prototype: 2 } })]);
    expect(errors).toEqual([]);
    expect(priceOf(entities?.[0])).toEqual({ predictedHousePrice: expect.any(Number) });
    const body = JSON.stringify({ query: ENTITIES, variables: { representations: [house(1)] } });
    const polluting = body.replace('"id"', '"__proto__":{"medInc":5},"id"');
    const answer = await compiling.inject({
      method: "POST",
      url: "/graphql",
      headers: { "content-type": "application/json" },
      payload: polluting,
    });
    expect(answer.statusCode).toBe(400);
  });

  it("when one is null, then the request is refused, as the type demands", async () => {
    const { status, errors } = await askFor([house(1), null]);
    expect(status).toBe(400);
    expect(errors[0].extensions.code).toBe("BAD_USER_INPUT");
  });

  it("when all are bad, then errors are as many as other requests have, and the last tells of the others", async () => {
    expect(MAX_FAILURES).toBe(MAX_ERRORS);
    const representations = houses(500).map((each, i) => (i % 2 ? { ...each, medInc: -1 } : 5));
    const { entities, errors } = await askFor(representations);
    expect(entities?.filter(priceOf)).toEqual([]);
    expect(errors).toHaveLength(MAX_ERRORS);
    expect(errors[MAX_ERRORS - 1].message).toContain("Further houses that fail are null without an error.");
  });

  it.each([
    ["an argument that no house accepts", "", "interval(coverage: 7) { lower }", {}],
    [
      "a variable that no house accepts",
      ", $c: Float = 0.9",
      "interval(coverage: $c) { lower }",
      { c: null },
    ],
    ["a condition that is null", ", $if: Boolean = true", "baseline @include(if: $if)", { if: null }],
    ["a fragment with it", "", "...F", {}],
  ])(
    "when the selection has %s, then there is one error for all houses",
    async (_, definitions, field, variables) => {
      const query = `query ($representations: [_Any!]!${definitions}) {
      _entities(representations: $representations) { ... on House { prediction { ${field} } } }
    } ${field === "...F" ? "fragment F on HousePricePrediction { contributions(first: 0) { features } }" : ""}`;
      const { errors, entities } = await ask(query, { representations: houses(200), ...variables });
      expect(entities).toBeUndefined();
      expect(errors).toHaveLength(1);
      expect(errors[0].extensions.code).toBe("BAD_USER_INPUT");
    },
  );

  it("when the selection that would be refused is skipped, then it is not refused", async () => {
    const { errors } = await ask(
      `query ($representations: [_Any!]!) { _entities(representations: $representations) {
        ... on House { prediction { baseline interval(coverage: 7) @skip(if: true) { lower } } ... @include(if: false) { prediction { contributions(first: 0) { features } } } }
      } }`,
      { representations: houses(2) },
    );
    expect(errors).toEqual([]);
  });

  it("when no such model is served, then the errors are bounded, too", async () => {
    const { entities, errors } = await ask(
      `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on House { prediction(model: {name: "none"}) { baseline } } } }`,
      { representations: houses(200) },
    );
    expect(entities).toHaveLength(200);
    expect(errors).toHaveLength(MAX_ERRORS);
  });
});

describe("the limits of a batch", () => {
  const countless = Array.from({ length: 150_000 }, () => ({}));

  it.each([
    ["10,001 houses", houses(10_001), "A batch may have at most 10000 rows; this one has 10001."],
    ["150,000 empty representations", countless, "A batch may have at most 10000 rows; this one has 150000."],
  ])("refuse %s before any of them is read", async (_, representations, message) => {
    const { status, errors } = await askFor(representations);
    expect(status).toBe(400);
    expect(errors).toHaveLength(1);
    expect(errors[0].message).toContain(message);
    expect(errors[0].extensions.fields?.[0].path).toBe("representations");
  });

  it("let 10,000 houses have prices", async () => {
    const { entities, errors } = await askFor(houses(10_000));
    expect(errors).toEqual([]);
    expect(entities?.every(priceOf)).toBe(true);
  });

  it("refuse houses whose selection costs too much in total", async () => {
    const all =
      "baseline interval { lower upper } contributions { features contribution } warnings { code message }";
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on House { prediction { ${all} } } } }`;
    expect((await ask(query, { representations: houses(500) })).errors).toEqual([]);
    const { status, errors } = await ask(query, { representations: houses(6000) });
    expect(status).toBe(400);
    expect(errors[0].extensions.code).toBe("QUERY_TOO_COSTLY");
  });

  it("count houses that stand in the document", async () => {
    const each = '{__typename: "House", id: 1, medInc: 3.5, aveRooms: 5, aveOccup: 2}';
    const app = await createTestApp({ FEDERATION: "true", MAX_BATCH_SIZE: "2" });
    const query = (count: number) =>
      `{ _entities(representations: [${Array(count).fill(each)}]) { ... on House { id prediction { predictedHousePrice } } } }`;
    const [two, three] = [await inject(app, query(2)), await inject(app, query(3))];
    await app.close();
    expect(two.json().data._entities[1]).toEqual({
      id: "1",
      prediction: { predictedHousePrice: expect.any(Number) },
    });
    expect(three.json().errors[0].message).toContain("this one has 3");
  });
});

describe("the schema of the subgraph", () => {
  it("is told to routers by _service, also where introspection is off", async () => {
    const app = await createTestApp({
      FEDERATION: "true",
      NODE_ENV: "production",
      FEDERATION_ENTITY: "Listing",
      FEDERATION_KEY: "region, number",
    });
    const { data } = (await inject(app, "{ _service { sdl } }")).json();
    await app.close();
    expect(data._service.sdl).toContain('type Listing @key(fields: "region number")');
  });

  it("costs what its length takes", async () => {
    const aliases = Array.from({ length: 30 }, (_, i) => `a${i}: _service { sdl }`).join(" ");
    const app = await createTestApp({ FEDERATION: "true", MAX_QUERY_COST: "10000" });
    const { errors } = (await inject(app, `{ ${aliases} }`)).json();
    await app.close();
    expect(errors[0].extensions.code).toBe("QUERY_TOO_COSTLY");
  });

  it("has none of it when FEDERATION is off", async () => {
    const app = await createTestApp();
    const answer = await inject(app, "{ _service { sdl } }");
    await app.close();
    expect(answer.statusCode).toBe(400);
  });
});
