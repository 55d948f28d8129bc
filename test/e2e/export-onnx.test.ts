import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { writeOnnx } from "../../export/onnx/write-onnx";
import { programOf } from "../../export/program";
import type { Model } from "../../model/model";
import { EXPORT, runShell } from "../support/commands";
import { committedModels } from "../support/committed-models";
import { expectSameAnswers } from "../support/exported-answers";
import { MARKET_MODELS, marketModel } from "../support/market-models";
import { sqlRow } from "../support/sql-values";
import { temporaryDirectory } from "../support/temporary-directory";
import { testRowsOf } from "../support/test-rows";
import { ENGINES } from "./engines";
import { installPackages } from "./install-packages";

beforeAll(() => installPackages(ENGINES), 600_000);

type Runtime = "onnxruntime-node" | "onnxruntime-web";

async function expectSame(model: Model, rows: Float64Array, runtime: Runtime): Promise<void> {
  const path = join(await temporaryDirectory(), "model.onnx");
  await writeFile(path, writeOnnx(model, programOf(model, 0.9), 0.9));
  const { table, file } = model;
  const count = rows.length / table.width;
  const all = Array.from({ length: count }, (_, i) => sqlRow(model, rows, i * table.width));
  const inputs = file.features.map(({ name }, j) => {
    const column = table.features[table.indexOf(name)];
    const values = all.map((row, i) => {
      if (column.categories) return row[j] ?? "";
      const value = rows[i * table.width + table.indexOf(name)];
      return Number.isNaN(value) ? null : value;
    });
    return [column.apiName, values];
  });
  const child = spawn(process.execPath, [join(ENGINES, "run-onnx.mjs"), runtime, path], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  child.stdin.end(JSON.stringify(Object.fromEntries(inputs)));
  const { price, lower, upper }: Record<"price" | "lower" | "upper", number[]> = JSON.parse(
    await text(child.stdout),
  );
  const answers = price.map((_, i) => ({ price: price[i], lower: lower[i], upper: upper[i] }));
  expectSameAnswers(model, rows, answers);
}

describe("a model as a file of ONNX", () => {
  it.each(["onnxruntime-node", "onnxruntime-web"] as const)(
    "answers the test rows as every committed model does in %s",
    async (runtime) => {
      for (const model of await committedModels()) {
        await expectSame(model, (await testRowsOf(model)).rows, runtime);
      }
    },
  );

  it.each(MARKET_MODELS)("answers as %s of %s does", async (kind, name, target) => {
    const { model, rows } = await marketModel(kind, name, target);
    await expectSame(model, rows, "onnxruntime-node");
  });

  it("is checked by the command against its golden predictions", async () => {
    const out = join(await temporaryDirectory(), "model.onnx");
    const command = `$NODE ${resolve(EXPORT)} --model-dir ${resolve("model/trained")}`;
    const ended = await runShell(`cd ${ENGINES} && ${command} --model spatial@1 --format onnx --out ${out}`);
    expect(ended.stderr).toMatch(/onnxruntime gives its \d+ golden predictions\./);
    expect(ended.status).toBe(0);
  });
});
