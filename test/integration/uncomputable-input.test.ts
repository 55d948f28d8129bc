import { ask, dataOf, errorOf } from "../support/graphql-request";
import { startServer } from "../support/server";

let server: string;

beforeAll(async () => {
  server = await startServer();
});

const SINGLE = `query ($input: HouseFeaturesInput!) {
  predictHousePrice(input: $input) { predictedHousePrice predictedHousePriceUsd warnings { code } interval { upper } }
}`;

const HUGE = { medInc: 1e308, aveRooms: 1e308, aveOccup: 2 };

describe("values that are finite, but that the arithmetic would take to infinity", () => {
  it("when a single row has them, then each is named", async () => {
    const { extensions, message } = errorOf(await ask(server, SINGLE, { input: HUGE }));
    expect(extensions.code).toBe("BAD_USER_INPUT");
    expect(extensions.fields).toEqual([
      {
        path: "input.medInc",
        message: "medInc is too large: it must be at most 1e+60; it is 1e+308.",
      },
      {
        path: "input.aveRooms",
        message: "aveRooms is too large: it must be at most 1e+60; it is 1e+308.",
      },
    ]);
    expect(message).toContain("medInc is too large");
  });

  it("when a row of a batch has them, then that row fails alone", async () => {
    const query = `query ($inputs: [HouseFeaturesInput!]!) {
      predictHousePrices(inputs: $inputs) {
        ... on HousePricePrediction { predictedHousePrice }
        ... on InvalidHouseFeatures { index fields { path } }
      }
    }`;
    const good = { medInc: 3.5, aveRooms: 5, aveOccup: 2 };
    expect(dataOf(await ask(server, query, { inputs: [good, HUGE, good] }))).toEqual({
      predictHousePrices: [
        { predictedHousePrice: expect.any(Number) },
        { index: 1, fields: [{ path: "inputs[1].medInc" }, { path: "inputs[1].aveRooms" }] },
        { predictedHousePrice: expect.any(Number) },
      ],
    });
  });

  it("when all values are as large as they may be, then every field of every model can still be computed", async () => {
    const largest = { medInc: 1e60, aveRooms: 1e60, aveOccup: 1e60 };
    const all = {
      ...largest,
      houseAge: 1e60,
      aveBedrms: 1e60,
      population: 1e60,
      latitude: 90,
      longitude: 180,
    };
    for (const input of [largest, all]) {
      const query = `query ($input: HouseFeaturesInput!) {
        predictHousePrice(input: $input) {
          predictedHousePrice predictedHousePriceUsd unclippedHousePrice
          interval(coverage: 0.99) { lower upper } contributions { value contribution }
          warnings { code value message }
        }
      }`;
      expect(dataOf(await ask(server, query, { input }))).toMatchObject({
        predictHousePrice: {
          warnings: expect.arrayContaining([
            expect.objectContaining({ code: "FEATURE_OUT_OF_RANGE", value: 1e60 }),
          ]),
        },
      });
    }
  });
});

describe("variables that may be null, where an argument may not", () => {
  const input = { medInc: 3.5, aveRooms: 5, aveOccup: 2 };

  it.each([
    [
      "coverage",
      `query ($coverage: Float = 0.9, $input: HouseFeaturesInput!) {
      predictHousePrice(input: $input) { interval(coverage: $coverage) { lower } }
    }`,
    ],
    [
      "if",
      `query ($if: Boolean = true, $input: HouseFeaturesInput!) {
      predictHousePrice(input: $input) { baseline @skip(if: $if) }
    }`,
    ],
    [
      "if",
      `query ($if: Boolean = true, $input: HouseFeaturesInput!) {
      predictHousePrice(input: $input) @include(if: $if) { baseline }
    }`,
    ],
  ])("when the variable for '%s' is null, then it is the caller's mistake", async (name, query) => {
    const { message, extensions } = errorOf(await ask(server, query, { input, [name]: null }));
    expect(extensions.code).toBe("BAD_USER_INPUT");
    expect(message).toMatch(`Argument "${name}" of non-null type`);
    expect(extensions.fields).toEqual([{ path: name, message }]);
  });
});
