import { createRequire } from "node:module";
import { resolve } from "node:path";
import { HousePriceError } from "../../model/errors";
import { isReproduced } from "../../model/file/golden";
import type { Model } from "../../model/model";
import type { ExportFormat } from "../export-format";
import { programOf } from "../program";
import { type OnnxRuntime, runOnnx } from "./run-onnx";
import { writeOnnx } from "./write-onnx";

/** A graph that onnxruntime runs. Where that is installed, it has to give the golden predictions first. */
export const onnx: ExportFormat = {
  name: "onnx",
  async write(model, { coverage }) {
    const content = writeOnnx(model, programOf(model, coverage), coverage);
    const runtime = loadRuntime();
    if (!runtime) {
      return {
        content,
        note: "It was not checked: onnxruntime-node is not installed (npm install --no-save --ignore-scripts onnxruntime-node).",
      };
    }
    await checkGolden(runtime, content, model);
    return { content, note: `onnxruntime gives its ${model.file.golden.length} golden predictions.` };
  },
};

/** The runtime is large, so it is not among the project's own packages: it is used if the working directory has it. */
function loadRuntime(): OnnxRuntime | undefined {
  try {
    return createRequire(resolve("package.json"))("onnxruntime-node");
  } catch {
    return undefined;
  }
}

/** @throws HousePriceError EXPORT_MISMATCH */
async function checkGolden(runtime: OnnxRuntime, content: Uint8Array, model: Model): Promise<void> {
  const { table, file } = model;
  const rows = new Float64Array(file.golden.length * table.width);
  file.golden.forEach(({ features }, i) => {
    rows.set(model.rowOf(features), i * table.width);
  });
  const { price } = await runOnnx(runtime, content, model, rows);
  file.golden.forEach(({ prediction }, i) => {
    if (isReproduced(prediction, price[i])) return;
    throw new HousePriceError(
      "EXPORT_MISMATCH",
      `onnxruntime computes ${price[i]} for golden prediction ${i + 1} of ${model.id}, which is ${prediction}.`,
    );
  });
}
