import { ModelCatalogue } from "../../model/registry/catalogue";
import { CALIFORNIA } from "../support/california";
import { ask, errorOf, post } from "../support/graphql-request";
import { committedCatalogue, startServer } from "../support/server";

const GOOD = { medInc: 3, aveRooms: 5, aveOccup: 2 };
const BATCH = "query ($i: [HouseFeaturesInput!]!) { predictHousePrices(inputs: $i) { __typename } }";
const SINGLE = "query ($i: HouseFeaturesInput!) { predictHousePrice(input: $i) { __typename } }";

/** No refusal needs more. */
const MAX_REFUSAL = 100_000;

const repeat = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => part(i)).join(" ");
const letters = (count: number) => "A".repeat(count);
const unknownFields = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, 1]));

/** Has an operation compiled, by asking it with valid variables. */
async function warm(server: string, query: string, variables: object): Promise<void> {
  for (let i = 0; i < 8; i++) expect((await ask(server, query, variables)).status).toBe(200);
}

describe.each([
  ["cold", false],
  ["warm", true],
])("when a request would make many or long errors, and its operation is %s", (_, isWarm) => {
  let server: string;
  beforeAll(async () => {
    server = await startServer();
    if (!isWarm) return;
    await warm(server, BATCH, { i: [GOOD] });
    await warm(server, SINGLE, { i: GOOD });
  });

  it.each<[string, string, object, RegExp]>([
    [
      "149,999 empty rows",
      BATCH,
      { i: Array(149_999).fill({}) },
      /^A batch may have at most 10000 rows; this one has 149999\./,
    ],
    ["9,999 empty rows", BATCH, { i: Array(9_999).fill({}) }, /Field "medInc" of required type/],
    [
      "long strings and 8,000 nulls",
      BATCH,
      { i: [...Array(10).fill({ ...GOOD, medInc: letters(90_000) }), ...Array(8_000).fill(null)] },
      /^Variable "\$i" got invalid value "A{100}…" at "i\[0\]\.medInc"; Float cannot represent/,
    ],
    [
      "unknown fields beside a long string",
      SINGLE,
      { i: { ...GOOD, ...unknownFields(52), houseAge: letters(1_970_000) } },
      /"A{100}…" at "i.houseAge"; Float cannot represent/,
    ],
    [
      "a long unknown field",
      SINGLE,
      { i: { ...GOOD, [letters(1_900_000)]: 1 } },
      /Field "A{100}…" is not defined/,
    ],
    ["a text for an input", SINGLE, { i: letters(1_900_000) }, /to be an object/],
    ["lists in lists", BATCH, { i: Array(9_000).fill([[[1, 2]]]) }, /got invalid value \[/],
    [
      "objects in objects",
      SINGLE,
      {
        i: {
          ...GOOD,
          medInc: { a: Object.fromEntries(Array.from({ length: 90 }, (_, i) => [`k${i}`, letters(20_000)])) },
        },
      },
      /^Variable "\$i" got invalid value \{ a: \{ k0: "A{100}…"/,
    ],
  ])("then it is refused in few words: %s", async (_what, query, variables, message) => {
    const answer = await ask(server, query, variables);
    expect(answer.status).toBe(400);
    expect(answer.body.errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
    expect(answer.body.errors?.[0]?.message).toMatch(message);
    expect(answer.body.errors?.length).toBeLessThanOrEqual(51);
    expect(answer.text.length).toBeLessThan(MAX_REFUSAL);
    for (const each of answer.body.errors ?? []) expect(each.message.length).toBeLessThanOrEqual(600);
  });

  it("then arguments that every row refuses make one error", async () => {
    const query = `query ($i: [HouseFeaturesInput!]!, $c: Float!) {
      predictHousePrices(inputs: $i) { ... on HousePricePrediction { interval(coverage: $c) { lower } } }
    }`;
    if (isWarm) await warm(server, query, { i: [GOOD], c: 0.9 });
    const answer = await ask(server, query, { i: Array(5_000).fill(GOOD), c: 2 });
    expect(errorOf(answer).message).toBe("coverage must be from 0.5 to 0.99; it is 2.");
  });

  it("then the name of a model is not repeated whole", async () => {
    const query = "query ($m: ModelSelector) { modelInfo(model: $m) { name } }";
    if (isWarm) await warm(server, query, { m: { name: "linear" } });
    const answer = await ask(server, query, { m: { name: letters(1_900_000) } });
    expect(errorOf(answer).message).toMatch(/^There is no model A{100}…\. Available: linear@1/);
  });
});

describe("when names or literals of a document are very long", () => {
  it.each<[string, string, string]>([
    [
      "a name beside 100 variables",
      `query ${letters(1_970_000)}(${repeat(100, (i) => `$v${i}: Int`)}) { __typename }`,
      "QUERY_TOO_LONG",
    ],
    [
      "a name just below the limit beside 100 variables",
      `query ${letters(999)}(${repeat(100, (i) => `$v${i}: Int`)}) { __typename }`,
      "GRAPHQL_VALIDATION_FAILED",
    ],
    [
      "a name in a short document",
      `query ${letters(3500)}(${repeat(40, (i) => `$v${i}: Int`)}) { __typename }`,
      "GRAPHQL_VALIDATION_FAILED",
    ],
    [
      "a literal",
      `{ predictHousePrice(input: {houseAge: "${letters(1_970_000)}"}) { __typename } }`,
      "QUERY_TOO_LONG",
    ],
    ["fields", `{ ${repeat(100, (i) => letters(990) + i)} }`, "GRAPHQL_VALIDATION_FAILED"],
    ["blanks between errors", `{ ${repeat(90, (i) => `f${i}${"\n".repeat(5_000)}`)} }`, "QUERY_TOO_LONG"],
  ])("then the answer is short: %s", async (_what, query, code) => {
    const answer = await ask(await startServer(), query);
    expect(answer.status).toBe(400);
    expect(answer.body.errors?.[0]?.extensions.code).toBe(code);
    expect(answer.text.length).toBeLessThan(MAX_REFUSAL);
  });
});

describe("when an answer would be very large", () => {
  const BAD = Object.fromEntries(CALIFORNIA.features.map(({ apiName }) => [apiName, -1e21]));
  const messages = (count: number) =>
    `query ($i: [HouseFeaturesInput!]!) { predictHousePrices(inputs: $i) {
      ... on InvalidHouseFeatures { ${repeat(count, (i) => `a${i}: message`)} } } }`;

  it("then the cost counts the strings that it holds", async () => {
    const answer = await ask(await startServer(), messages(30), { i: Array(10_000).fill(BAD) });
    expect(answer.status).toBe(400);
    expect(errorOf(answer).extensions.code).toBe("QUERY_TOO_COSTLY");
  });

  it.each([false, true])("then it is refused before it is written (compiled: %s)", async (isWarm) => {
    const server = await startServer({ MAX_ANSWER_BYTES: 5_000_000 });
    const query = messages(10);
    if (isWarm) await warm(server, query, { i: [BAD] });
    const answer = await ask(server, query, { i: Array(2_000).fill(BAD) });
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({
      errors: [
        {
          message:
            "The response would be larger than 5000000 bytes. Select fewer fields, or send fewer rows.",
          extensions: { code: "ANSWER_TOO_LARGE" },
        },
      ],
    });
    expect((await ask(server, query, { i: Array(500).fill(BAD) })).status).toBe(200);
  });

  it("then models count as many times as there are", async () => {
    const { models } = await committedCatalogue();
    const catalogue = new ModelCatalogue(Array.from({ length: 365 }, () => models[1]));
    const server = await startServer({}, catalogue);
    const all = "models { name algorithm features { name description } libraries { name version } }";
    const answer = await ask(server, `{ ${repeat(30, (i) => `a${i}: ${all}`)} }`);
    expect(errorOf(answer).extensions.code).toBe("QUERY_TOO_COSTLY");
    expect((await ask(server, `{ ${all} }`)).status).toBe(200);
    const { message } = errorOf(await ask(server, '{ modelInfo(model: {name: "x"}) { name } }'));
    expect(message).toMatch(/and 355 more\.$/);
  });
});

describe("when a message of a package would name an option of it", () => {
  it("then it names the variable of this server", async () => {
    const server = await startServer({ INTROSPECTION: false });
    const { message, extensions } = errorOf(await ask(server, "{ __schema { queryType { name } } }"));
    expect(message).toBe(
      "Introspection is off. Read schema/schema.graphql, or start the server with INTROSPECTION=true.",
    );
    expect(extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
  });

  it.each<[string, string]>([
    ["no query", "{}"],
    ["a list", "[{}]"],
    ["a document as an object", '{"query": {"kind": "Document"}}'],
    ["a syntax error", '{"query": "{"}'],
    ["too many tokens", JSON.stringify({ query: `{ ${"a ".repeat(1500)} }` })],
    ["too many errors", JSON.stringify({ query: `{ ${repeat(200, (i) => `f${i}`)} }` })],
    ["no JSON", "x"],
  ])("then no answer names one: %s", async (_what, body) => {
    const { text } = await post(await startServer(), body);
    expect(text).not.toMatch(/ApolloServer|maxTokens|maxErrors|bodyLimit|allowBatched|validationRules|FST_/);
  });
});
