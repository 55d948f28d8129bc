import { HousePriceError } from "../../../model/errors";
import { loadCatalogue } from "../../../model/load-catalogue";
import { abortOnSignal } from "../abort-on-signal";
import { reportError, runCommand } from "../run-command";
import { predictCommand } from "./options";
import { predictFile } from "./predict-file";

/** `npm run predict`. */
const command = predictCommand(async (job, modelDirectory) => {
  const catalogue = await loadCatalogue(modelDirectory, reportError);
  const began = performance.now();
  const summary = await abortOnSignal((signal) => predictFile(job, catalogue, signal));
  const seconds = (performance.now() - began) / 1000;

  const { rows, predicted, rejected, model } = summary;
  const where = rejected > 0 && job.rejects !== undefined ? ` (see ${job.rejects})` : "";
  const pace = Math.round(rows / seconds);
  console.error(
    `${rows} rows: ${predicted} predicted by ${model}, ${rejected} rejected${where}; ${pace} rows/s.`,
  );
  if (rows > 0 && predicted === 0) {
    throw new HousePriceError(
      "ALL_ROWS_REJECTED",
      `None of the ${rows} rows of ${job.input} could be predicted.`,
    );
  }
});

runCommand(command.parseAsync());
