import type { ModelFile } from "../../model/file/format";

/** The command that gives the same model again, byte for byte. */
export function reproductionCommand({
  name,
  features,
  estimator,
  trainingData,
  trainedAt,
}: ModelFile): string {
  const { seed, testSize } = trainingData;
  // A derived basis is made for features of its own.
  const columns = estimator.kind === "linear" ? ` --features ${features.map((feature) => feature.name)}` : "";
  return [
    `SOURCE_DATE_EPOCH=${Math.floor(Date.parse(trainedAt) / 1000)} npm run train --`,
    `--model ${name}${columns} --seed ${seed} --test-size ${testSize}`,
  ].join(" \\\n  ");
}
