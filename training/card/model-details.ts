import type { EstimatorDescription } from "../../model/estimators/estimator-kind";
import { FEATURES, featureIndex, TARGET } from "../../model/features";
import type { ModelFile } from "../../model/file/format";
import { isNumberLike } from "../../model/file/trained-feature";
import type { Model } from "../../model/model";
import { exampleRequest } from "./example-request";
import { inlineCode, markdownTable, short } from "./markdown";

export function modelDetails({ file, sha256, description }: Model): string[] {
  const { name, version, algorithm, trainedAt, features, libraries } = file;
  const rows = [
    ["name and version", `\`${name}@${version}\``],
    ["algorithm", inlineCode(algorithm)],
    ["answers", `${TARGET.description}; unit: ${TARGET.unit}`],
    ["inputs", `${features.length} features of one census block group, below`],
    ["trained", trainedAt],
    ["SHA-256 of `model.json`", `\`${sha256}\``],
    ["libraries", libraries.map((library) => `${library.name} ${library.version}`).join(", ")],
    ["licence", "MIT"],
  ];
  return [
    "## Model details",
    markdownTable(["", ""], rows, { textColumns: 2 }),
    "### Features",
    "Least, largest and mean value over the training rows. A value outside of them is answered with a warning.",
    featureTable(file.features, description),
  ];
}

function featureTable(features: ModelFile["features"], { coefficients }: EstimatorDescription): string {
  const rows = features.filter(isNumberLike).map(({ name, min, max, mean }, j) => {
    const { key, description, unit } = FEATURES[featureIndex(name)];
    const row = [`\`${key}\``, `${description}; ${unit}`, short(min), short(max), short(mean)];
    return coefficients ? [...row, short(coefficients[j])] : row;
  });
  const head = ["feature", "what it is, and its unit", "min", "max", "mean"];
  return markdownTable(coefficients ? [...head, "coefficient"] : head, rows, { textColumns: 2 });
}

export function requestSection(model: Model): string[] {
  const { query, answer } = exampleRequest(model);
  return [
    "### How to ask it",
    "At `/graphql` of the server, here for a row of the test data, its values rounded:",
    `\`\`\`graphql\n${query}\n\`\`\``,
    "The answer:",
    `\`\`\`json\n${answer}\n\`\`\``,
  ];
}
