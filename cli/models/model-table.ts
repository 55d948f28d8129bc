import { join, relative, sep } from "node:path";
import { readSignature } from "../../model/file/file-signature";
import type { Model } from "../../model/model";
import { MODEL_FILE } from "../../model/registry/model-directory";
import { textTable } from "../text-table";
import type { ModelSurvey } from "./survey-models";

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

/** The models under a directory as a table, those that can be served and those that are refused. */
export async function formatModelTable(
  directory: string,
  { models, refusals, pins }: ModelSurvey,
): Promise<string> {
  const table = textTable(HEAD, { textColumns: 6 });
  for (const model of models) {
    const isPinned = pins.get(model.file.name) === model.file.version;
    table.push(await describeModel(directory, model, isPinned ? "ok, pinned" : "ok"));
  }
  for (const { path, error } of refusals) {
    const [name = "", version = ""] = relative(directory, path).split(sep);
    table.push([name, version, "", "", "", `refused: ${error.code}`, "", "", "", await sizeOf(path)]);
  }
  return table.toString();
}

async function describeModel(directory: string, { file, sha256 }: Model, status: string): Promise<string[]> {
  const { name, version, algorithm, trainedAt, features, metrics } = file;
  return [
    name,
    String(version),
    algorithm,
    trainedAt,
    sha256.slice(0, 12),
    status,
    String(features.length),
    metrics.test.rmse.toFixed(4),
    metrics.test.r2.toFixed(4),
    await sizeOf(join(directory, name, String(version), MODEL_FILE)),
  ];
}

/** Size of a file in bytes; nothing where it is not known. */
async function sizeOf(path: string): Promise<string> {
  const signature = await readSignature(path).catch(() => undefined);
  return signature?.isFile ? String(signature.bytes) : "";
}
