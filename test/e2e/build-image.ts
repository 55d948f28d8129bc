import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { versionText } from "../support/model-versions";
import { docker, PROJECT } from "./docker";

interface Build {
  readonly context?: string;
  readonly options?: readonly string[];
  readonly args?: Readonly<Record<string, string>>;
}

/** Builds an image by the project's Dockerfile, with a fixed time of the commit. */
export function buildImage(tag: string, { context = PROJECT, options = [], args = {} }: Build): string {
  const values = Object.entries({ SOURCE_DATE_EPOCH: "1700000000", ...args });
  const given = values.flatMap(([key, value]) => ["--build-arg", `${key}=${value}`]);
  docker(["build", "--tag", tag, ...given, ...options, "--file", join(PROJECT, "Dockerfile"), context]);
  return tag;
}

/** Writes to a directory what a build of the model image reads, with `linear@3`, which this checkout does not have. */
export function copyWithNewModel(directory: string): void {
  for (const part of ["model/trained", "scripts"])
    cpSync(join(PROJECT, part), join(directory, part), { recursive: true });
  mkdirSync(join(directory, "model/trained/linear/3"));
  writeFileSync(join(directory, "model/trained/linear/3/model.json"), versionText(3));
}
