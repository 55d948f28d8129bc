import { catalogueOf, EVERY_TYPE, tableOf } from "../support/every-type";
import { ask, dataOf, errorOf } from "../support/graphql-request";
import { startServer } from "../support/server";

jest.mock("../../model/estimators/kinds", () => {
  const { ESTIMATOR_KINDS } = jest.requireActual("../../model/estimators/kinds");
  return { ESTIMATOR_KINDS: [...ESTIMATOR_KINDS, jest.requireActual("../support/weights-kind").weights] };
});

interface Contribution {
  readonly features: readonly string[];
  readonly label: string;
  readonly value: number | null;
  readonly displayValue: string | null;
  readonly contribution: number;
  readonly contributionGbp: number;
}

interface Prediction {
  readonly predictedHousePrice: number;
  readonly predictedHousePriceGbp: number;
  readonly contributions: readonly Contribution[];
  readonly warnings: readonly { readonly code: string; readonly feature: string }[];
}

const PREDICT = `query ($input: HouseFeaturesInput!, $first: Int) {
  predictHousePrice(input: $input) {
    predictedHousePrice predictedHousePriceGbp
    contributions(first: $first) { features label value displayValue contribution contributionGbp }
    warnings { code feature }
  }
}`;

const FULL = {
  area: 10.5,
  rooms: 4,
  built: 1990,
  garden: true,
  sold: "2024-05-31",
  style: "_1ST",
  garage: "TWO_CARS",
  place: "Place 7",
};

let server: string;

beforeAll(async () => {
  server = await startServer({}, catalogueOf(tableOf(EVERY_TYPE)));
});

async function predict(input: object, first?: number): Promise<Prediction> {
  const answer = await ask<{ predictHousePrice: Prediction }>(server, PREDICT, { input, first });
  return dataOf(answer).predictHousePrice;
}

describe("when a house of a table with every type is asked for", () => {
  it("then each value comes to the model as the table's rows have it", async () => {
    const { contributions, predictedHousePrice, predictedHousePriceGbp } = await predict(FULL);
    const values = contributions.map(({ contribution }, i) => contribution / (1.5 * (i + 1)));
    // A date is in days since 1970, a category its position, true is 1.
    expect(values).toEqual([10.5, 4, 1990, 1, 19_874, 5, 2, 7].map((value) => expect.closeTo(value, 9)));
    expect(predictedHousePrice).toBeCloseTo(
      contributions.reduce((sum, each) => sum + each.contribution, 0),
      6,
    );
    expect(predictedHousePriceGbp).toBe(predictedHousePrice);
    expect(contributions[0].contributionGbp).toBe(contributions[0].contribution);
  });

  it("then contributions show the values as people write them", async () => {
    const { contributions } = await predict(FULL);
    expect(contributions.map(({ value, displayValue }) => [value, displayValue])).toEqual([
      [10.5, "10.5"],
      [4, "4"],
      [1990, "1990"],
      [1, "true"],
      [19_874, "2024-05-31"],
      [null, "1st"],
      [null, "two cars"],
      [null, "Place 7"],
    ]);
  });

  it("then literals mean the same as variables", async () => {
    const literal = `{ area: 10.5, rooms: 4, built: 1990, garden: true, sold: "2024-05-31", style: _1ST,
      garage: TWO_CARS, place: "Place 7" }`;
    const { predictHousePrice } = dataOf(
      await ask<{ predictHousePrice: Prediction }>(
        server,
        `{ predictHousePrice(input: ${literal}) { predictedHousePrice } }`,
      ),
    );
    expect(predictHousePrice.predictedHousePrice).toBe((await predict(FULL)).predictedHousePrice);
  });

  it("then the largest contributions come first, and the others as one", async () => {
    const { contributions } = await predict(FULL, 2);
    expect(contributions.map(({ label }) => label)).toEqual(["Sold", "Built", "the other 6"]);
    expect(contributions[2].features.toSorted()).toEqual([
      "area",
      "garage",
      "garden",
      "place",
      "rooms",
      "style",
    ]);
    expect([contributions[2].value, contributions[2].displayValue]).toEqual([null, null]);
  });

  it.each([0, -1])(
    "then the %d largest contributions are an error that says what is right",
    async (first) => {
      const error = errorOf(await ask(server, PREDICT, { input: FULL, first }));
      expect(error.message).toBe(`first must be 1 or greater; it is ${first}.`);
      expect(error.extensions).toMatchObject({ code: "BAD_USER_INPUT", fields: [{ path: "first" }] });
    },
  );
});

describe("when optional values are absent", () => {
  const bare = { area: 10, style: "TERRACE" };

  it.each([
    ["left out", bare],
    ["null", { ...bare, rooms: null, built: null, garden: null, sold: null, garage: null, place: null }],
    ["texts that mean a missing value", { ...bare, place: " NA " }],
  ])("then a prediction is made, with a warning for each: %s", async (_, input) => {
    const { warnings, contributions } = await predict(input);
    const missing = warnings.filter(({ code }) => code === "FEATURE_MISSING").map(({ feature }) => feature);
    // An absent garage is the category "none".
    expect(missing).toEqual(["rooms", "built", "garden", "sold", "place"]);
    expect(contributions.map(({ displayValue }) => displayValue)).toEqual([
      "10",
      null,
      null,
      null,
      null,
      "terrace",
      "none",
      null,
    ]);
  });

  it("then a required one is an error that names it", async () => {
    const error = errorOf(await ask(server, PREDICT, { input: { area: 10 } }));
    expect(error.message).toContain('Field "style" of required type "StyleCategory!" was not provided');
    expect(error.extensions).toMatchObject({ code: "BAD_USER_INPUT", fields: [{ path: "input.style" }] });
  });
});

describe("when a category is unknown", () => {
  it("then of a column with many it is a warning", async () => {
    const { warnings } = await predict({ ...FULL, place: "Atlantis" });
    expect(warnings).toContainEqual({ code: "UNKNOWN_CATEGORY", feature: "place" });
  });

  it("then of an enum it is an error", async () => {
    const error = errorOf(await ask(server, PREDICT, { input: { ...FULL, style: "CASTLE" } }));
    expect(error.message).toContain('Value "CASTLE" does not exist in "StyleCategory" enum');
    expect(error.extensions).toMatchObject({ code: "BAD_USER_INPUT", fields: [{ path: "input.style" }] });
  });
});

describe("when a value cannot be accepted", () => {
  it.each<[string, object, string, string]>([
    [
      "a day before the bound",
      { sold: "1999-12-31" },
      "input.sold",
      "sold must be 2000-01-01 or greater; it is 1999-12-31.",
    ],
    ["a day that there is not", { sold: "2023-02-29" }, "input.sold", "Date cannot represent the value"],
    [
      "a year too early",
      { built: 1799 },
      "input.built",
      "built must be a finite number, 1800 or greater; it is 1799.",
    ],
    ["no whole number", { rooms: 2.5 }, "input.rooms", "Int cannot represent non-integer value: 2.5"],
    [
      "a number for a boolean",
      { garden: 1 },
      "input.garden",
      "Boolean cannot represent a non boolean value: 1",
    ],
    ["a number for a text", { place: 7 }, "input.place", "String cannot represent a non string value: 7"],
  ])("then the error says what and where: %s", async (_, change, path, message) => {
    const error = errorOf(await ask(server, PREDICT, { input: { ...FULL, ...change } }));
    expect(error.message).toContain(message);
    expect(error.extensions).toMatchObject({ code: "BAD_USER_INPUT", fields: [{ path }] });
  });

  it("then in a batch the other rows are answered", async () => {
    const query = `query ($inputs: [HouseFeaturesInput!]!) { predictHousePrices(inputs: $inputs) {
      __typename ... on InvalidHouseFeatures { index message fields { path } } } }`;
    const inputs = [FULL, { ...FULL, built: 1, area: -1 }, FULL];
    const { predictHousePrices } = dataOf(
      await ask<{ predictHousePrices: object[] }>(server, query, { inputs }),
    );
    expect(predictHousePrices).toEqual([
      { __typename: "HousePricePrediction" },
      {
        __typename: "InvalidHouseFeatures",
        index: 1,
        message:
          "area must be a finite number, greater than 0; it is -1. built must be a finite number, 1800 or greater; it is 1.",
        fields: [{ path: "inputs[1].area" }, { path: "inputs[1].built" }],
      },
      { __typename: "HousePricePrediction" },
    ]);
  });
});

describe("when the model is asked for", () => {
  it("then it tells of each column what it is, and what training saw", async () => {
    const query = `{ modelInfo { isDefault reason target { name label unit currency scale } columns {
      name apiName label type role unit required isRead isNeeded missingShare min max mean quantiles
      categories { text enumValue rows } } } }`;
    const { modelInfo } = dataOf(await ask<{ modelInfo: { columns: object[] } }>(server, query));
    expect(modelInfo).toMatchObject({
      isDefault: true,
      reason: "Answers by default: it is the newest version.",
      target: { name: "price", label: "price", unit: "British pounds", currency: "GBP", scale: 1 },
    });
    const [area, , , , sold, style, garage, place] = modelInfo.columns;
    expect(area).toEqual({
      name: "Area",
      apiName: "area",
      label: "Area",
      type: "NUMBER",
      role: "FEATURE",
      unit: "m²",
      required: true,
      isRead: true,
      isNeeded: true,
      missingShare: 0,
      min: 1,
      max: 20,
      mean: 10,
      quantiles: Array.from({ length: 19 }, (_, i) => i + 1),
      categories: null,
    });
    expect(sold).toMatchObject({ type: "DATE", isNeeded: false, missingShare: 10 / 16_512 });
    expect(garage).toMatchObject({ required: false, isNeeded: false, missingShare: 10 / 16_512 });
    expect(style).toMatchObject({ type: "CATEGORY", isNeeded: true, min: null, quantiles: null });
    expect(style).toHaveProperty("categories.5", { text: "1st", enumValue: "_1ST", rows: 5 });
    expect(place).toHaveProperty("categories.109", { text: "Place 109", enumValue: null, rows: 109 });
  });

  it("then features that are categories have no range", async () => {
    const query = "{ modelInfo { features { name min max mean } } }";
    const { modelInfo } = dataOf(await ask<{ modelInfo: { features: object[] } }>(server, query));
    expect(modelInfo.features).toHaveLength(8);
    expect(modelInfo.features[5]).toEqual({ name: "style", min: null, max: null, mean: null });
  });
});
