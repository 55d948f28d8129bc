import { textTable } from "../text-table";
import type { DescribedModel, ModelRow } from "./model-rows";

const HEAD = [
  "name",
  "version",
  "algorithm",
  "trained at",
  "sha256",
  "status",
  "answers",
  "rows",
  "seed",
  "test size",
  "features",
  "test RMSE",
  "test R²",
  "bytes",
];

/** Number of text columns in {@link HEAD}. */
const TEXTS = 7;

/** Formats the versions as a table, followed by when each model answers and by its note. */
export function formatModels(rows: readonly ModelRow[]): string {
  const table = textTable(HEAD, { textColumns: TEXTS });
  for (const { name, version, status, bytes = "", model } of rows) {
    const cells = model
      ? cellsOf(model, status)
      : ["", "", "", status, ...HEAD.slice(TEXTS - 1, -1).map(() => "")];
    table.push([name, version, ...cells, String(bytes)]);
  }
  const sentences = rows.flatMap(({ name, version, model }) =>
    model
      ? `${name}@${version}: ${model.reason}${model.note === undefined ? "" : ` Note: ${model.note}`}`
      : [],
  );
  return [table.toString(), ...sentences].join("\n");
}

function cellsOf(model: DescribedModel, status: string): string[] {
  const { algorithm, trainedAt, sha256, pinned, when, rows, seed, testSize, features, testRmse, testR2 } =
    model;
  return [
    algorithm,
    trainedAt,
    sha256.slice(0, 12),
    pinned ? `${status}, pinned` : status,
    when,
    String(rows),
    String(seed),
    String(testSize),
    String(features),
    String(Number(testRmse.toPrecision(5))),
    testR2.toFixed(4),
  ];
}
