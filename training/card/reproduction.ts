import type { ModelFile } from "../../model/format";

/** The command that gives the same model again, byte for byte. */
export function reproductionCommand({ name, features, trainingData, trainedAt }: ModelFile): string {
  const { seed, testSize } = trainingData;
  const columns = features.map((feature) => feature.name).join(",");
  return [
    `SOURCE_DATE_EPOCH=${Math.floor(Date.parse(trainedAt) / 1000)} npm run train --`,
    `--model ${name} --features ${columns} --seed ${seed} --test-size ${testSize}`,
  ].join(" \\\n  ");
}
