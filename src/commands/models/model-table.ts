import { stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Model } from "../../../model/model";
import { type LoadedModels, MODEL_FILE } from "../../../model/model-directory";
import { textTable } from "../../../model/text-table";

const HEAD = [
  "name",
  "version",
  "algorithm",
  "trained at",
  "sha256",
  "status",
  "features",
  "test RMSE",
  "test R²",
  "bytes",
];

/** The models under a directory as a table, those that are served and those that are refused. */
export async function formatModelTable(
  directory: string,
  { models, refused }: LoadedModels,
): Promise<string> {
  const table = textTable(HEAD, { textColumns: 6 });
  for (const model of models) table.push(await describeModel(directory, model));
  for (const { path, error } of refused) {
    const version = dirname(path);
    const name = basename(dirname(version));
    table.push([
      name,
      basename(version),
      "",
      "",
      "",
      `refused: ${error.code}`,
      "",
      "",
      "",
      await sizeOf(path),
    ]);
  }
  return table.toString();
}

async function describeModel(directory: string, { file, sha256 }: Model): Promise<string[]> {
  const { name, version, algorithm, trainedAt, features, metrics } = file;
  return [
    name,
    String(version),
    algorithm,
    trainedAt,
    sha256.slice(0, 12),
    "ok",
    String(features.length),
    metrics.test.rmse.toFixed(4),
    metrics.test.r2.toFixed(4),
    await sizeOf(join(directory, name, String(version), MODEL_FILE)),
  ];
}

/** Size of a file in bytes; nothing where it cannot be read. */
async function sizeOf(path: string): Promise<string> {
  const status = await stat(path).catch(() => undefined);
  return status ? String(status.size) : "";
}
