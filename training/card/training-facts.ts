import type { ModelFile } from "../../model/file/format";
import type { Model } from "../../model/model";
import type { TableSchema } from "../../model/table/schema-format";
import type { DescribeOptions } from "../describe/options";
import { grouped, inlineCode, markdownTable, percent, short } from "./markdown";
import { reproductionCommand } from "./reproduction";

export function dataSection({ file, table }: Model, { title, description }: TableSchema): string[] {
  const { source, sha256, rows, trainRows, testRows, seed, testSize } = file.trainingData;
  const { target } = file;
  const facts = [
    ["file", inlineCode(source)],
    ["SHA-256", `\`${sha256}\``],
    ["rows", grouped(rows)],
    ["training rows", grouped(trainRows)],
    ["test rows", `${grouped(testRows)} (${percent(testSize)}), at random with seed ${seed}`],
    [
      "target",
      `${inlineCode(table.target.name)}, from ${short(target.min)} to ${short(target.max)} in the training rows`,
    ],
    ...(file.note === undefined ? [] : [["note", inlineCode(file.note)]]),
  ];
  const about = [title === undefined ? undefined : `${title}.`, description]
    .filter((text) => text !== undefined)
    .join(" ");
  return [
    "## Training and evaluation data",
    `${about === "" ? "" : `${about} `}The split is the same as scikit-learn's \`train_test_split\` with the same seed.`,
    markdownTable(["", ""], facts, { textColumns: 2 }),
  ];
}

export function reproductionSection(model: Model, given: Partial<DescribeOptions>): string[] {
  const { file } = model;
  const { source, sha256 } = file.trainingData;
  return [
    "## Reproduction",
    `\`\`\`sh\n${reproductionCommand(model, given)}\n\`\`\``,
    `With the same ${inlineCode(source)} (SHA-256 \`${sha256}\`), table schema and library versions, the command creates ${sameAs(file)} if it becomes version ${file.version} of \`${file.name}\`; set \`--out\` to another directory to compare.`,
  ];
}

/** SOURCE_DATE_EPOCH has whole seconds; other times have a fraction. */
function sameAs({ trainedAt }: ModelFile): string {
  return Date.parse(trainedAt) % 1000 === 0
    ? "the same file, byte for byte,"
    : "the same file except for the fraction of a second in `trainedAt` and the checksum,";
}
