import { existsSync } from "node:fs";
import { join } from "node:path";
import { readModel } from "../../model/file/read-model";
import type { Model } from "../../model/model";
import { hasAll } from "../../model/table/table";
import { TRAIN } from "./commands";
import { runNode } from "./node-process";
import { temporaryDirectory } from "./temporary-directory";
import { heldBackRows } from "./test-rows";

const MARKETS = "../shared/data/markets";

/** Models of public tables that are quick to train; none where the tables are not there. */
export const MARKET_MODELS: readonly (readonly [kind: string, name: string, target: string])[] = areThere()
  ? [
      ["linear", "king_county", "price"],
      ["linear", "ames", "SalePrice"],
      ["smooth", "ames", "SalePrice"],
    ]
  : [["linear", "california", "MedHouseVal"]];

function areThere(): boolean {
  if (existsSync(MARKETS)) return true;
  console.warn(`${MARKETS} is not there: its tests use the table of the checkout.`);
  return false;
}

/** A model that is trained on a public table, and the test rows that it can predict. */
export async function marketModel(
  kind: string,
  name: string,
  target: string,
): Promise<{ readonly model: Model; readonly rows: Float64Array }> {
  const path = name === "california" ? "data/california_housing.csv" : join(MARKETS, `${name}.csv`);
  const out = await temporaryDirectory();
  const ended = await runNode([TRAIN, "--data", path, "--target", target, "--model", kind, "--out", out]);
  expect(ended).toMatchObject({ status: 0 });
  const model = await readModel(join(out, kind, "1/model.json"));
  const { table } = model;
  const test = await heldBackRows(model, path);
  const { width } = table;
  const offsets = Array.from({ length: test.rows.length / width }, (_, i) => i * width).filter((offset) =>
    hasAll(model.needed, test.rows, offset),
  );
  const rows = new Float64Array(offsets.length * width);
  offsets.forEach((offset, i) => {
    rows.set(test.rows.subarray(offset, offset + width), i * width);
  });
  return { model, rows };
}
