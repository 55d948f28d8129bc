import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readModel } from "../../model/file/read-model";
import { ModelCatalogue } from "../../model/registry/catalogue";
import { TRAIN } from "../support/commands";
import { runNode } from "../support/node-process";
import { committedCatalogue, startServer } from "../support/server";
import { temporaryDirectory } from "../support/temporary-directory";
import { CLIENT_TOOLS, runClientTool } from "./client-tools";
import { installPackages } from "./install-packages";

const MELBOURNE = "../shared/data/markets/melbourne.csv";

beforeAll(() => installPackages(CLIENT_TOOLS), 600_000);

/** The linear model of Melbourne's table; undefined where the table is not there. */
async function melbourne(): Promise<ModelCatalogue | undefined> {
  if (!existsSync(MELBOURNE)) {
    console.warn(`${MELBOURNE} is not there: its client is not tested.`);
    return undefined;
  }
  const out = await temporaryDirectory();
  const ended = await runNode([TRAIN, "--data", MELBOURNE, "--target", "Price", "--out", out]);
  expect(ended).toMatchObject({ status: 0 });
  return new ModelCatalogue([await readModel(join(out, "linear/1/model.json"))]);
}

async function predict(server: string, house: object) {
  const response = await fetch(`${server}/predict`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(house),
  });
  return { status: response.status, text: await response.text() };
}

test.each([
  ["California", committedCatalogue],
  ["Melbourne", melbourne],
])("types that openapi-typescript makes for %s fit what is sent and answered", async (_name, models) => {
  const catalogue = await models();
  if (!catalogue) return;
  const server = await startServer({}, catalogue);
  const folder = await temporaryDirectory();
  const description = await (await fetch(`${server}/openapi.json`)).text();
  await writeFile(join(folder, "openapi.json"), description);
  runClientTool("openapi-typescript", ["openapi.json", "--output", "api.ts"], folder);

  const house =
    JSON.parse(description).paths["/predict"].post.requestBody.content["application/json"].example;
  const [prediction, problem] = [await predict(server, house), await predict(server, { Nowhere: 1 })];
  expect([prediction.status, problem.status]).toEqual([200, 422]);
  await writeFile(
    join(folder, "client.ts"),
    `import type { paths } from "./api";

type Predict = paths["/predict"]["post"];
type House = Predict["requestBody"]["content"]["application/json"];
type Prediction = Predict["responses"][200]["content"]["application/json"];
type Problem = Predict["responses"][422]["content"]["application/problem+json"];

export const house: House = ${JSON.stringify(house)};
export const prediction: Prediction = ${prediction.text};
export const price: number = prediction.predicted_house_price;
export const problem: Problem = ${problem.text};
export const code: string = problem.code;
// @ts-expect-error The table has no such column.
export const wrong: House = { ...house, Nowhere: 1 } satisfies House;
// @ts-expect-error The price is a number.
export const text: string = prediction.predicted_house_price;
`,
  );
  runClientTool("tsc", ["--noEmit", "--strict", "--target", "es2022", "client.ts"], folder);
});
