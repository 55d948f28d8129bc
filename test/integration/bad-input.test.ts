import fc from "fast-check";
import { isAcceptable } from "../../model/table/domain";
import { CALIFORNIA } from "../support/california";
import { type Answer, ask, errorOf, post } from "../support/graphql-request";
import { startServer } from "../support/server";

let server: string;

beforeAll(async () => {
  server = await startServer();
});

const QUERY =
  "query ($input: HouseFeaturesInput!) { predictHousePrice(input: $input) { predictedHousePrice } }";

/** Sends the input's JSON text as a variable, so that what JavaScript cannot hold can be sent too. */
const asVariable = (input: string) =>
  post(server, `{"query": ${JSON.stringify(QUERY)}, "variables": {"input": ${input}}}`);

/** Sends the same input as a literal of the query. */
const asLiteral = (input: string) => {
  const literal = input.replace(/"(\w+)":/g, "$1:");
  return ask(server, `{ predictHousePrice(input: ${literal}) { predictedHousePrice } }`);
};

/** Expects one error of this code, at this path, and nothing of the server's insides. */
function expectFieldError(answer: Answer, status: number, code: string, path: string): void {
  const { extensions, message } = errorOf(answer);
  expect(extensions).toEqual({ code, fields: [{ path, message: expect.any(String) }] });
  expect(answer.status).toBe(status);
  expect(answer.body.data ?? null).toBeNull();
  expectNoInsides(answer);
  expect(message.length).toBeGreaterThan(10);
}

function expectNoInsides({ text }: Answer): void {
  expect(text).not.toMatch(/stacktrace|node_modules|\.js:|\.ts:|\n\s+at /);
}

describe("when a value of the input is bad", () => {
  const REST = '"aveRooms": 5, "aveOccup": 2';
  const [GRAPHQL, USER] = ["GRAPHQL_VALIDATION_FAILED", "BAD_USER_INPUT"];
  // What GraphQL's types refuse is a 400; what only we can know is an error of the field.
  const cases: [
    what: string,
    input: string,
    path: string,
    literal: [number, string],
    variable: [number, string],
  ][] = [
    ["medInc is -1", `{"medInc": -1, ${REST}}`, "input.medInc", [200, USER], [200, USER]],
    ["medInc is 0", `{"medInc": 0, ${REST}}`, "input.medInc", [200, USER], [200, USER]],
    ["medInc is a text", `{"medInc": "abc", ${REST}}`, "input.medInc", [400, GRAPHQL], [400, USER]],
    ["medInc is a list", `{"medInc": [3.5], ${REST}}`, "input.medInc", [400, GRAPHQL], [400, USER]],
    ["medInc is missing", `{${REST}}`, "input.medInc", [400, GRAPHQL], [400, USER]],
    ["a field is unknown", `{"medInc": 3.5, ${REST}, "pool": 1}`, "input.pool", [400, GRAPHQL], [400, USER]],
    ["medInc is 1e999", `{"medInc": 1e999, ${REST}}`, "input.medInc", [200, USER], [400, USER]],
    ["medInc is null", `{"medInc": null, ${REST}}`, "input.medInc", [400, GRAPHQL], [400, USER]],
    ["latitude is 91", `{"medInc": 3, ${REST}, "latitude": 91}`, "input.latitude", [200, USER], [200, USER]],
    ["houseAge is -1", `{"medInc": 3, ${REST}, "houseAge": -1}`, "input.houseAge", [200, USER], [200, USER]],
    ["the input is a number", "3", "input", [400, GRAPHQL], [400, USER]],
    ["the input is null", "null", "input", [400, GRAPHQL], [400, USER]],
  ];

  it.each(cases)("names its path where %s, as a literal", async (_what, input, path, [status, code]) => {
    expectFieldError(await asLiteral(input), status, code, path);
  });

  it.each(cases)(
    "names its path where %s, as a variable",
    async (_what, input, path, _literal, [status, code]) => {
      expectFieldError(await asVariable(input), status, code, path);
    },
  );

  it("names each where several are bad", async () => {
    const { extensions } = errorOf(
      await asVariable('{"medInc": -1, "aveRooms": 0, "aveOccup": 2, "latitude": 91}'),
    );
    expect(extensions.fields?.map(({ path }) => path).sort()).toEqual([
      "input.aveRooms",
      "input.latitude",
      "input.medInc",
    ]);
  });

  it("says what would be right", async () => {
    const { message } = errorOf(await asVariable(`{"medInc": -1, ${REST}}`));
    expect(message).toBe("medInc must be a finite number, greater than 0; it is -1.");
  });

  it("names the argument that is missing, or the variable that is", async () => {
    const argument = await ask(server, "{ predictHousePrice { predictedHousePrice } }");
    expectFieldError(argument, 400, GRAPHQL, "input");
    const variable = await ask(server, QUERY);
    expectFieldError(variable, 400, USER, "input");
    const scalar = `query ($m: Float!) { predictHousePrice(input: {medInc: $m, aveRooms: 5, aveOccup: 2}) { predictedHousePrice } }`;
    expectFieldError(await ask(server, scalar, { m: "abc" }), 400, USER, "m");
  });

  it("accepts exactly the values of each feature's domain", async () => {
    const values = fc.record(
      Object.fromEntries(
        CALIFORNIA.features.map(({ apiName }) => [
          apiName,
          fc.double({ noNaN: true, noDefaultInfinity: true }),
        ]),
      ),
    );
    const property = fc.asyncProperty(values, async (input) => {
      const { body } = await asVariable(JSON.stringify(input));
      // -0 becomes 0 in JSON.
      const bad = CALIFORNIA.features.filter(
        ({ apiName, domain }) => !isAcceptable(input[apiName] + 0, domain),
      );
      const paths = body.errors?.[0].extensions.fields?.map(({ path }) => path) ?? [];
      expect(paths.sort()).toEqual(bad.map(({ apiName }) => `input.${apiName}`).sort());
    });
    await fc.assert(property, { numRuns: 50 });
  });
});

describe("when the document is bad", () => {
  const cases: [what: string, query: string, code: string][] = [
    ["it is not GraphQL", "{ models {", "GRAPHQL_PARSE_FAILED"],
    ["it is empty", " ", "GRAPHQL_PARSE_FAILED"],
    ["a field is unknown", "{ price }", "GRAPHQL_VALIDATION_FAILED"],
    ["it has no selection", "{ models }", "GRAPHQL_VALIDATION_FAILED"],
    ["it is a mutation", "mutation { train }", "GRAPHQL_VALIDATION_FAILED"],
    ["it is a subscription", "subscription { models { name } }", "GRAPHQL_VALIDATION_FAILED"],
    [
      "it has two operations",
      "query A { models { name } } query B { models { name } }",
      "OPERATION_RESOLUTION_FAILURE",
    ],
  ];

  it.each(cases)("answers 400 with a stable code where %s", async (_what, query, code) => {
    const answer = await ask(server, query);
    expect(answer.status).toBe(400);
    expect(errorOf(answer).extensions).toEqual({ code });
    expectNoInsides(answer);
  });
});

describe("when nothing at all is known of the body", () => {
  it("never fails, whatever JSON it is", async () => {
    await fc.assert(
      fc.asyncProperty(fc.json({ maxDepth: 2 }), async (body) => {
        const answer = await post(server, body);
        expect(answer.status).toBeGreaterThanOrEqual(400);
        expect(answer.status).toBeLessThan(500);
        expectNoInsides(answer);
      }),
      { numRuns: 40 },
    );
  });
});
