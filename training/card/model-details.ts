import type { EstimatorDescription } from "../../model/estimators/estimator-kind";
import { isNumberLike, type TrainedFeature } from "../../model/file/trained-feature";
import type { Model } from "../../model/model";
import { isoDate } from "../../model/table/date-format";
import type { TableColumn } from "../../model/table/table-column";
import { exampleRequest } from "./example-request";
import { grouped, inlineCode, markdownTable, percent, short } from "./markdown";
import { unitOf } from "./target-unit";

/** Maximum number of features, and of categories of one, in a table. */
const MAX_FEATURES = 200;
const MAX_CATEGORIES = 3;

export function modelDetails({ file, sha256, table, description }: Model): string[] {
  const { name, version, algorithm, trainedAt, features, libraries } = file;
  const { target } = table;
  const rows = [
    ["name and version", `\`${name}@${version}\``],
    ["algorithm", inlineCode(algorithm)],
    ["target", `${plain(target.description ?? target.label)}; unit: ${plain(unitOf(table))}`],
    ["inputs", `${features.length} features, below`],
    ["columns of the regression", grouped(description.columns)],
    ["trained", trainedAt],
    ["SHA-256 of `model.json`", `\`${sha256}\``],
    ["libraries", libraries.map((library) => `${library.name} ${library.version}`).join(", ")],
    ["licence", "MIT"],
  ];
  return [
    "## Model details",
    markdownTable(["", ""], rows, { textColumns: 2 }),
    "### Features",
    "Minimum, maximum and mean over the training rows, or the most common categories. Values outside them cause a warning.",
    featureTable(file.features.slice(0, MAX_FEATURES), table.features, description),
  ];
}

function featureTable(
  features: readonly TrainedFeature[],
  columns: readonly TableColumn[],
  { coefficients }: EstimatorDescription,
): string {
  const rows = features.map((feature, j) => {
    const column = columns.find(({ name }) => name === feature.name);
    const { apiName = "", label = "", description = label, unit } = column ?? {};
    const about = plain(unit === undefined ? description : `${description}; ${unit}`);
    // Categories are in the text column, which wraps: a wide column of numbers would hide those to its right.
    const cells = isNumberLike(feature)
      ? [about, ...[feature.min, feature.max, feature.mean].map((value) => shown(value, column))]
      : [`${about}: ${commonest(feature.counts, column?.categories ?? [])}`, "", "", ""];
    const row = [`\`${apiName}\``, ...cells];
    return coefficients ? [...row, short(coefficients[j])] : [...row, missingOf(feature)];
  });
  const head = ["feature", "description and unit", "min", "max", "mean"];
  return markdownTable([...head, coefficients ? "coefficient" : "missing"], rows, { textColumns: 2 });
}

function shown(value: number, column: TableColumn | undefined): string {
  return column?.kind === "date" ? isoDate(Math.round(value)) : short(value);
}

function commonest(counts: readonly number[], categories: readonly string[]): string {
  const order = [...counts.keys()].sort((a, b) => counts[b] - counts[a]);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const first = order
    .slice(0, MAX_CATEGORIES)
    .map((c) => `${inlineCode(categories[c] || '""')} ${percent(counts[c] / total)}`);
  const more = counts.length - first.length;
  return more > 0 ? `${first.join(", ")} and ${more} more` : first.join(", ");
}

function missingOf({ missing }: TrainedFeature): string {
  return missing === 0 ? "" : grouped(missing);
}

/** Escapes Markdown and HTML in external text. */
function plain(text: string): string {
  return text.replace(/[\r\n]+/g, " ").replace(/[\\`*_{}[\]<>|#]/g, "\\$&");
}

export function requestSection(model: Model): string[] {
  const { query, answer } = exampleRequest(model);
  return [
    "### Example query",
    "Send this query to `/graphql`. It has the rounded values of a test row:",
    `\`\`\`graphql\n${query}\n\`\`\``,
    "The response:",
    `\`\`\`json\n${answer}\n\`\`\``,
  ];
}
