import { describeMachine } from "../machine.mjs";
import { writeEngines } from "../results-file.mjs";
import { figure, ratio, table } from "../table.mjs";

/** @typedef {import("./measure-export.mjs").Figure} Figure */

/** So many rows are the outlook of the last column. */
const BILLION = 1e9;

/**
 * Prints the figures; writes their section of RESULTS.md.
 *
 * @param {string | undefined} directory - undefined leaves RESULTS.md as it is
 * @param {readonly Figure[]} figures
 * @param {readonly string[]} notes
 */
export function writeExportReport(directory, figures, notes) {
  const text = sectionOf(figures, notes);
  if (directory !== undefined) writeEngines(directory, text);
  console.log(text);
}

/** @param {readonly Figure[]} figures @param {readonly string[]} notes */
function sectionOf(figures, notes) {
  const rows = figures.map((own) => {
    const { engine, model, rows: count, seconds, processorSeconds } = own;
    const predict = figures.find((other) => other.model === model) ?? own;
    return [
      `${model}, ${engine}`,
      ...[figure(count), figure(seconds, 1), figure(count / seconds)],
      ratio(count / seconds / (predict.rows / predict.seconds)),
      processorSeconds === undefined ? undefined : figure((processorSeconds / count) * 1e6, 2),
      figure(((BILLION / count) * seconds) / 60),
    ];
  });
  const header = [
    "Model, engine",
    "rows",
    "seconds",
    "rows/s",
    "of predict",
    "CPU us a row",
    "a billion, min",
  ];
  const [cpu, system] = describeMachine();
  return [
    "`npm run bench -- --only export`: price and interval of a table with eight features. [docs/SCALE.md](../docs/SCALE.md) says which to choose.",
    table(header, rows),
    [
      cpu,
      system,
      "`npm run predict` and DuckDB: from Parquet files to Parquet files with the same rows, one file a core. The others: from a table to a table.",
      "The seconds of DuckDB include its start and the preparation of the statement. A billion rows: the rate of this machine, not measured.",
      new Date().toISOString().slice(0, 10),
      ...notes,
    ]
      .map((line) => `- ${line}`)
      .join("\n"),
  ].join("\n\n");
}
