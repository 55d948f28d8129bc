import { existsSync } from "node:fs";
import { join } from "node:path";
import { readModel } from "../../model/file/read-model";
import { startBuiltServer } from "../support/built-server";
import { TRAIN } from "../support/commands";
import { ask, dataOf } from "../support/graphql-request";
import { inputOfRow } from "../support/input-of-row";
import { runNode } from "../support/node-process";
import { temporaryDirectory } from "../support/temporary-directory";
import { heldBackRows } from "../support/test-rows";

const MARKETS = "../shared/data/markets";

const ROWS = 20;

const QUERY = `query ($inputs: [HouseFeaturesInput!]!) {
  predictHousePrices(inputs: $inputs) {
    ... on HousePricePrediction { predictedHousePrice model { name version } }
    ... on InvalidHouseFeatures { message }
  }
}`;

interface Answers {
  readonly predictHousePrices: readonly { readonly predictedHousePrice: number; readonly model: object }[];
}

const trainOn = (path: string, target: string, out: string, model = "linear") =>
  runNode([TRAIN, "--data", path, "--target", target, "--model", model, "--out", out, "--json"]);

const areThere = existsSync(MARKETS);
if (!areThere) console.warn(`${MARKETS} is not there: its tests are skipped.`);
const describeIfThere = areThere ? describe : describe.skip;

describeIfThere("a public table of houses, of which nobody has written a schema", () => {
  it.each([
    ["linear", "california_blocks", "median_house_value"],
    ["linear", "king_county", "price"],
    ["linear", "melbourne", "Price"],
    ["linear", "ames", "SalePrice"],
    ["smooth", "ames", "SalePrice"],
  ])("when %s is trained on it, then a server predicts as the model does: %s", async (kind, name, target) => {
    const path = `${MARKETS}/${name}.csv`;
    const out = await temporaryDirectory();
    const { status, stdout } = await trainOn(path, target, out, kind);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ name: kind, version: 1, target: { name: target } });

    const model = await readModel(join(out, kind, "1/model.json"));
    const { table } = model;
    const test = await heldBackRows(model, path);
    const offsets = Array.from({ length: ROWS }, (_, i) => i * table.width);

    const { url } = await startBuiltServer({ MODEL_DIR: out });
    const inputs = offsets.map((offset) => inputOfRow(table, test.rows, offset));
    const { predictHousePrices } = dataOf(await ask<Answers>(url, QUERY, { inputs }));
    expect(predictHousePrices).toHaveLength(ROWS);
    predictHousePrices.forEach((answer, i) => {
      expect(answer.model).toEqual({ name: kind, version: 1 });
      const expected = model.predict(test.rows, offsets[i]);
      expect(Math.abs(answer.predictedHousePrice / expected - 1)).toBeLessThan(1e-9);
    });
  });

  it.each([
    ["bytes_repr", /^DATA_INVALID: \S+bytes_repr\.csv, line 1, column 1: the name begins with b'/],
    [
      "merge_conflict",
      /^DATA_INVALID: \S+merge_conflict\.csv has [^\n]*\nline 102, column "longitude": this is a merge conflict marker: [^\n]*"<<<<<<< HEAD"/,
    ],
  ])("when it is defective, then training says where, and writes nothing: %s", async (name, message) => {
    const out = join(await temporaryDirectory(), "models");
    const defective = await trainOn(`${MARKETS}/defective/${name}.csv`, "median_house_value", out);
    expect([defective.status, defective.stdout]).toEqual([1, ""]);
    expect(defective.stderr).toMatch(message);
    expect(defective.stderr.match(/^[A-Z]+_[A-Z]+: /gm)).toHaveLength(1);
    expect(existsSync(out)).toBe(false);
  });
});
