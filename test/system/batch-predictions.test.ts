import type { FeatureValues } from "../../model/table/table";
import { CALIFORNIA } from "../support/california";
import { ask, dataOf, errorOf } from "../support/graphql-request";
import { housingRows } from "../support/read-rows";
import { startServer } from "../support/server";

type Input = FeatureValues;

interface Result {
  readonly __typename: "HousePricePrediction" | "InvalidHouseFeatures";
  readonly predictedHousePrice?: number;
  readonly interval?: { readonly lower: number; readonly upper: number };
  readonly model?: { readonly name: string; readonly version: number };
  readonly index?: number;
  readonly message?: string;
  readonly fields?: readonly { readonly path: string; readonly message: string }[];
}

const BATCH = `query ($inputs: [HouseFeaturesInput!]!, $model: ModelSelector) {
  predictHousePrices(inputs: $inputs, model: $model) {
    __typename
    ... on HousePricePrediction { predictedHousePrice interval { lower upper } model { name version } }
    ... on InvalidHouseFeatures { index message fields { path message } }
  }
}`;

/** The first rows of the real data set, as inputs. */
async function inputsFromData(count: number): Promise<Input[]> {
  const { rows } = await housingRows();
  const { features, width } = CALIFORNIA;
  return Array.from({ length: count }, (_, row) =>
    Object.fromEntries(features.map(({ apiName }, i) => [apiName, rows[row * width + i]])),
  );
}

async function predictAll(
  server: string,
  inputs: readonly Input[],
  model?: object,
): Promise<readonly Result[]> {
  const answer = await ask<{ predictHousePrices: readonly Result[] }>(server, BATCH, { inputs, model });
  return dataOf(answer).predictHousePrices;
}

/** How many single queries go together in one document. */
const ALIASES = Array.from({ length: 10 }, (_, i) => `r${i}`);

const SINGLE = (
  aliases: readonly string[],
) => `query (${aliases.map((alias) => `$${alias}: HouseFeaturesInput!`).join(" ")}) {
  ${aliases.map((alias) => `${alias}: predictHousePrice(input: $${alias}) { ...price }`).join("\n")}
}
fragment price on HousePricePrediction { __typename predictedHousePrice interval { lower upper } model { name version } }`;

/** Asks for each input by a query of its own. */
async function predictOneByOne(server: string, inputs: readonly Input[]): Promise<Result[]> {
  const results: Result[] = [];
  for (let start = 0; start < inputs.length; start += ALIASES.length) {
    const part = inputs.slice(start, start + ALIASES.length);
    const aliases = ALIASES.slice(0, part.length);
    const variables = Object.fromEntries(aliases.map((alias, i) => [alias, part[i]]));
    const data = dataOf(await ask<{ [alias: string]: Result }>(server, SINGLE(aliases), variables));
    results.push(...aliases.map((alias) => data[alias]));
  }
  return results;
}

describe("when a batch of 10,000 rows has 100 bad ones", () => {
  it("predicts the others exactly as single queries do, and tells the 100 by index", async () => {
    const server = await startServer();
    const good = await inputsFromData(9_900);
    const wrong: readonly [key: string, value: number][] = [
      ["medInc", 0],
      ["aveRooms", -1],
      ["latitude", 90.5],
      ["population", -1],
    ];
    const inputs = [...good];
    const badIndexes: number[] = [];
    for (let i = 0; i < 100; i++) {
      const [key, value] = wrong[i % wrong.length];
      badIndexes.push(i * 97 + 13);
      inputs.splice(i * 97 + 13, 0, { ...good[i], [key]: value });
    }
    expect(inputs).toHaveLength(10_000);

    const results = await predictAll(server, inputs);

    expect(results).toHaveLength(10_000);
    const failed = results.flatMap(({ __typename }, i) => (__typename === "InvalidHouseFeatures" ? i : []));
    expect(failed).toEqual(badIndexes);
    badIndexes.forEach((index, i) => {
      const [key, value] = wrong[i % wrong.length];
      const { index: told, fields, message } = results[index];
      expect(told).toBe(index);
      expect(fields).toEqual([{ path: `inputs[${index}].${key}`, message }]);
      expect(message).toContain(`it is ${value}.`);
    });
    const predicted = results.filter(({ __typename }) => __typename === "HousePricePrediction");
    expect(predicted).toHaveLength(9_900);
    const everyHundredth = <T>(all: readonly T[]) => all.filter((_, i) => i % 100 === 0);
    expect(everyHundredth(predicted)).toEqual(await predictOneByOne(server, everyHundredth(good)));
  });
});

describe("when a batch is at the limit", () => {
  it("answers as many rows as MAX_BATCH_SIZE, and refuses one more", async () => {
    const server = await startServer({ MAX_BATCH_SIZE: 3 });
    const inputs = await inputsFromData(4);
    expect(await predictAll(server, inputs.slice(0, 3))).toHaveLength(3);
    const { code, fields } = errorOf(await ask(server, BATCH, { inputs })).extensions;
    expect(code).toBe("BAD_USER_INPUT");
    expect(fields).toEqual([
      { path: "inputs", message: "A batch may have at most 3 rows; this one has 4. Send it in parts." },
    ]);
  });

  it("answers an empty batch with an empty list", async () => {
    expect(await predictAll(await startServer(), [])).toEqual([]);
  });
});

describe("when the rows of a batch have different features", () => {
  it("lets each be answered by the best model for what it has", async () => {
    const server = await startServer();
    const [full] = await inputsFromData(1);
    const { medInc, aveRooms, aveOccup } = full;
    const three = { medInc, aveRooms, aveOccup };
    const results = await predictAll(server, [full, three, full]);
    expect(results).toEqual(await predictOneByOne(server, [full, three, full]));
    expect(results[1].model).toEqual({ name: "linear", version: 1 });
    expect(results[0].model).not.toEqual(results[1].model);
    expect(results[2]).toEqual(results[0]);
  });

  it("fails alone each row that lacks what a named model needs", async () => {
    const [full] = await inputsFromData(1);
    const { houseAge, ...young } = full;
    const named = { name: "linear", version: 2 };
    const [answer, lacking] = await predictAll(await startServer(), [full, young], named);
    expect(answer.model).toEqual(named);
    expect(lacking).toMatchObject({ index: 1, message: "linear@2 also needs houseAge." });
    expect(lacking.fields?.map(({ path }) => path)).toEqual(["inputs[1].houseAge"]);
    expect(houseAge).toBeDefined();
  });

  it("refuses all of it where the named model does not exist", async () => {
    const inputs = await inputsFromData(2);
    const answer = await ask(await startServer(), BATCH, { inputs, model: { name: "linear", version: 99 } });
    expect(errorOf(answer).message).toMatch(/^There is no model linear@99. Available: .*linear@2/);
  });
});
