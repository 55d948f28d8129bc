import type { ModelFile } from "../../model/file/format";
import { findTrainer } from "../trainer-named";

/** The command that gives the same model again, byte for byte. */
export function reproductionCommand({ name, features, trainingData, trainedAt }: ModelFile): string {
  const { seed, testSize } = trainingData;
  const columns = findTrainer(name)?.takesFeatures
    ? ` --features ${features.map((feature) => feature.name)}`
    : "";
  return [
    `SOURCE_DATE_EPOCH=${Math.floor(Date.parse(trainedAt) / 1000)} npm run train --`,
    `--model ${name}${columns} --seed ${seed} --test-size ${testSize}`,
  ].join(" \\\n  ");
}
