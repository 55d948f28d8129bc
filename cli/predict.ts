import { HousePriceError } from "../model/errors";
import { ModelRegistry } from "../model/registry/registry";
import type { Refusal } from "../model/registry/registry-observer";
import { abortOnSignal } from "./abort-on-signal";
import { reportError, runCommand } from "./command-line";
import { predictCommand } from "./predict/options";
import { predictFile } from "./predict/predict-file";

const command = predictCommand(async (job, { modelDir, modelPin }) => {
  const observer = { refused: ({ error }: Refusal) => reportError(error) };
  const registry = await ModelRegistry.open(modelDir, { pins: modelPin, observer });
  const began = performance.now();
  const summary = await abortOnSignal((signal) => predictFile(job, registry.current, signal));
  const seconds = (performance.now() - began) / 1000;

  const { rows, predicted, rejected, model, warnings } = summary;
  const where = rejected > 0 && job.rejects !== undefined ? ` (see ${job.rejects})` : "";
  const pace = Math.round(rows / seconds);
  console.error(
    `${rows} rows: ${predicted} predicted by ${model}, ${rejected} rejected${where}; ${warnings}; ${pace} rows/s.`,
  );
  if (rows > 0 && predicted === 0) {
    throw new HousePriceError(
      "ALL_ROWS_REJECTED",
      `None of the ${rows} rows in ${job.input} could be predicted.`,
    );
  }
});

runCommand(command.parseAsync());
