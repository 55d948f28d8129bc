import { ask, errorOf } from "../support/graphql-request";
import { startServer } from "../support/server";

const ROW = { medInc: 3.5, aveRooms: 5, aveOccup: 2 };
const sprawling = (count: number) => ({
  ...ROW,
  ...Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, i])),
});

const ONE =
  "query ($input: HouseFeaturesInput!) { predictHousePrice(input: $input) { predictedHousePrice } }";
const MANY = "query ($inputs: [HouseFeaturesInput!]!) { predictHousePrices(inputs: $inputs) { __typename } }";

describe("when a variable has very many fields", () => {
  it.each([
    ["input", ONE, { input: sprawling(98) }],
    ["inputs[2]", MANY, { inputs: [ROW, ROW, sprawling(50_000)] }],
  ])("then it is refused in a few words, at %s", async (path, query, variables) => {
    const server = await startServer();
    const answer = await ask(server, query, variables);
    expect(answer.status).toBe(400);
    const message = `${path} has more than 100 fields, which is more than any input has.`;
    expect(errorOf(answer)).toMatchObject({
      message,
      extensions: { code: "BAD_USER_INPUT", fields: [{ path, message }] },
    });
    expect(answer.text.length).toBeLessThan(500);
  });
});

describe("when a variable that the operation does not have has very many fields", () => {
  it("then it means nothing, as any other that it does not have", async () => {
    const answer = await ask(await startServer(), ONE, { input: ROW, notAsked: sprawling(50_000) });
    expect(answer.status).toBe(200);
  });
});

describe("when a variable has a few unknown fields", () => {
  it("then each is named, as GraphQL does", async () => {
    const answer = await ask(await startServer(), ONE, { input: sprawling(2) });
    expect(answer.status).toBe(400);
    expect(answer.body.errors?.map(({ message }) => message)).toEqual([
      expect.stringContaining('Field "k0" is not defined'),
      expect.stringContaining('Field "k1" is not defined'),
    ]);
  });
});
