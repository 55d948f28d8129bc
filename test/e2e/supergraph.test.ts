import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type BuiltServer, startBuiltServer } from "../support/built-server";
import { freePort } from "../support/free-port";
import { ask, dataOf } from "../support/graphql-request";
import { startNode } from "../support/node-process";
import { temporaryDirectory } from "../support/temporary-directory";
import { eventually } from "../support/waiting";
import { installPackages } from "./install-packages";

const EXAMPLE = resolve("examples/supergraph");
const DATA = "data/california_housing.csv";
const COUNT = 1000;
const BAD_HOUSE = 500;

interface House {
  readonly id: string;
  readonly medInc: number;
  readonly prediction: { readonly predictedHousePrice: number } | null;
}

let prices: BuiltServer;
let query: string;

beforeAll(async () => {
  installPackages(EXAMPLE);
  prices = await startBuiltServer({ FEDERATION: "true", MAX_EVENT_LOOP_DELAY_MS: "0" });
  query = await readFile(join(EXAMPLE, "houses-with-prices.graphql"), "utf8");
}, 600_000);

/** Starts a part of the example. */
async function start(script: string, file: string): Promise<string> {
  const port = await freePort();
  const part = startNode([join(EXAMPLE, script), file], { PORT: String(port) });
  await eventually(() => part.stdout().includes(String(port)) || undefined);
  return `http://127.0.0.1:${port}`;
}

/** Starts the supergraph with the houses of a file; gives the router's address. */
async function startRouter(data: string): Promise<string> {
  const houses = await start("houses.mjs", data);
  const supergraph = (await readFile(join(EXAMPLE, "supergraph.graphql"), "utf8"))
    .replace("http://127.0.0.1:4001", houses)
    .replace("http://127.0.0.1:4000", prices.url);
  const file = join(await temporaryDirectory(), "supergraph.graphql");
  await writeFile(file, supergraph);
  return start("router.mjs", file);
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1];

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

describe("the example supergraph", () => {
  it("lists a thousand houses with the prices that a batch has", async () => {
    const router = await startRouter(DATA);
    const { houses } = dataOf(await ask<{ houses: House[] }>(router, query));
    expect(houses).toHaveLength(COUNT);

    const lines = (await readFile(DATA, "utf8")).split("\n").slice(1, COUNT + 1);
    const names = "medInc houseAge aveRooms aveBedrms population aveOccup latitude longitude".split(" ");
    const inputs = lines.map((line) => {
      const values = line.split(",").map(Number);
      return Object.fromEntries(names.map((name, i) => [name, values[i]]));
    });
    const batch =
      "query ($inputs: [HouseFeaturesInput!]!) { predictHousePrices(inputs: $inputs) { ... on HousePricePrediction { predictedHousePrice } } }";
    const { predictHousePrices } = dataOf(
      await ask<{ predictHousePrices: unknown[] }>(prices.url, batch, { inputs }),
    );
    expect(houses.map(({ prediction }) => prediction)).toEqual(predictHousePrices);

    const times: { readonly router: number; readonly batch: number }[] = [];
    for (let i = 0; i < 30; i++) {
      times.push({
        router: await milliseconds(() => ask(router, query)),
        batch: await milliseconds(() => ask(prices.url, batch, { inputs })),
      });
    }
    const last = times.slice(10);
    const [throughRouter, alone] = [
      median(last.map((each) => each.router)),
      median(last.map((each) => each.batch)),
    ];
    console.log(
      `${COUNT} houses: ${throughRouter.toFixed(1)} ms through the router, ${alone.toFixed(1)} ms as a batch, ${(throughRouter / alone).toFixed(1)} times as long.`,
    );
  });

  it("when one house is bad, then the other 999 have prices", async () => {
    const lines = (await readFile(DATA, "utf8")).split("\n");
    lines[BAD_HOUSE] = lines[BAD_HOUSE].replace(/^[^,]*/, "-1");
    const file = join(await temporaryDirectory(), "houses.csv");
    await writeFile(file, lines.join("\n"));
    const { body } = await ask<{ houses: House[] }>(await startRouter(file), query);
    const houses = body.data?.houses ?? [];
    expect(houses.filter(({ prediction }) => prediction)).toHaveLength(COUNT - 1);
    expect(houses[BAD_HOUSE - 1]).toEqual({ id: String(BAD_HOUSE), medInc: -1, prediction: null });
    expect(body.errors).toHaveLength(1);
    // This router leaves the position of the house out of the path.
    expect(body.errors?.[0]).toMatchObject({
      path: expect.arrayContaining(["houses", "prediction"]),
      extensions: { code: "BAD_USER_INPUT" },
    });
  });
});
