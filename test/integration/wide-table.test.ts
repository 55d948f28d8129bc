import { bothWays } from "../support/both-ways";
import { catalogueOf, tableOf } from "../support/every-type";
import type { AnswerError } from "../support/graphql-request";

jest.mock("../../model/estimators/kinds", () => {
  const { ESTIMATOR_KINDS } = jest.requireActual("../../model/estimators/kinds");
  return { ESTIMATOR_KINDS: [...ESTIMATOR_KINDS, jest.requireActual("../support/weights-kind").weights] };
});

const WIDTH = 150;
const names = Array.from({ length: WIDTH }, (_, i) => `column${i}`);
const table = tableOf(
  names.map((name) => ({ name, type: "number", constraints: { required: true, minimum: 0 } })),
);
const row = Object.fromEntries(names.map((name, i) => [name, i + 0.5]));

const QUERY = `query ($inputs: [HouseFeaturesInput!]!) { predictHousePrices(inputs: $inputs) {
  ... on HousePricePrediction { predictedHousePrice contributions(first: 2) { label features } }
  ... on InvalidHouseFeatures { message fields { path message } }
} }`;

const ways = bothWays(() => catalogueOf(table));

interface Result {
  readonly predictedHousePrice?: number;
  readonly contributions?: readonly { readonly label: string; readonly features: readonly string[] }[];
  readonly message?: string;
  readonly fields?: readonly { readonly path: string; readonly message: string }[];
}

interface Body {
  readonly data?: { readonly predictHousePrices: readonly Result[] };
  readonly errors?: readonly AnswerError[];
}

/** Asks the compiling server and the other one, whose answers must be the same. */
async function ask(inputs: readonly object[]): Promise<Body> {
  await ways.compare({ query: QUERY, variables: { inputs } });
  const { payload } = await ways.plain.inject({
    method: "POST",
    url: "/graphql",
    payload: { query: QUERY, variables: { inputs } },
  });
  return JSON.parse(payload);
}

/** The first time by Apollo, and from the sixth time on compiled. */
describe.each(["cold", "warm"])("a table with 150 columns, when the operation is %s", (temperature) => {
  beforeAll(async () => {
    if (temperature === "cold") return;
    for (let i = 0; i < 6; i++) await ask([row]);
    expect(await ways.compare({ query: QUERY, variables: { inputs: [row] } })).toBe(true);
  });

  it("answers rows with all of them", async () => {
    const { data } = await ask([row, { ...row, column0: 10 }]);
    const [first, second] = data?.predictHousePrices ?? [];
    expect(Number(second.predictedHousePrice) - Number(first.predictedHousePrice)).toBeCloseTo(1.5 * 9.5, 6);
    expect(first.contributions?.map(({ label }) => label)).toEqual([
      "column149",
      "column148",
      "the other 148",
    ]);
    expect(first.contributions?.[2].features).toHaveLength(148);
  });

  it("names a bad value, wherever it stands", async () => {
    const { errors } = await ask([{ ...row, column149: "much" }]);
    expect(errors?.map(({ message }) => message)).toEqual([
      'Variable "$inputs" got invalid value "much" at "inputs[0].column149"; Float cannot represent non numeric value: "much"',
    ]);
  });

  it("names a field that there is not, and tells no others", async () => {
    const { errors } = await ask([{ ...row, column150: 1 }]);
    expect(errors?.[0].message).toContain('Field "column150" is not defined by type "HouseFeaturesInput".');
    expect(errors).toHaveLength(1);
  });

  it("tells twenty of the values out of their domain, and how many more there are", async () => {
    const bad = Object.fromEntries(names.map((name) => [name, -1]));
    const { data } = await ask([bad]);
    const [{ message, fields }] = data?.predictHousePrices ?? [{}];
    expect(fields).toHaveLength(20);
    expect(message).toMatch(/column19 must be .*; it is -1\. 130 more values cannot be accepted\.$/);
  });

  it("refuses objects with far more fields than it has", async () => {
    const many = Object.fromEntries(Array.from({ length: 301 }, (_, i) => [`f${i}`, 1]));
    const { errors } = await ask([many]);
    expect(errors?.map(({ message }) => message)).toEqual([
      "inputs[0] has more than 300 fields, which is more than any input has.",
    ]);
  });
});
