import { TARGET } from "../../model/features";
import type { ModelFile } from "../../model/file/format";
import { grouped, inlineCode, markdownTable, percent } from "./markdown";
import { reproductionCommand } from "./reproduction";

export function dataSection({ trainingData, target }: ModelFile): string[] {
  const { source, sha256, rows, trainRows, testRows, seed, testSize } = trainingData;
  const facts = [
    ["file", inlineCode(source)],
    ["SHA-256", `\`${sha256}\``],
    ["rows", `${grouped(rows)} census block groups`],
    ["training rows", grouped(trainRows)],
    ["test rows", `${grouped(testRows)} (${percent(testSize)}), at random with seed ${seed}`],
    ["target", `${TARGET.name}, from ${target.min} to ${target.max} in the training rows`],
  ];
  return [
    "## Training and evaluation data",
    "The California housing data: block groups of the 1990 US census (Pace and Barry, 1997). `data/README.md` of the project describes it, with its known defects. The split is that of scikit-learn's `train_test_split` with the same seed.",
    markdownTable(["", ""], facts, { textColumns: 2 }),
  ];
}

export function reproductionSection(file: ModelFile): string[] {
  const { source, sha256 } = file.trainingData;
  // SOURCE_DATE_EPOCH counts whole seconds; a time that was not set by it has a fraction as well.
  const same =
    Date.parse(file.trainedAt) % 1000 === 0
      ? "the same file, byte for byte,"
      : "the same file, but for the fraction of a second in `trainedAt` and for the checksum,";
  return [
    "## How to reproduce it",
    `\`\`\`sh\n${reproductionCommand(file)}\n\`\`\``,
    `With the same ${inlineCode(source)} (SHA-256 \`${sha256}\`) and the same versions of the libraries, the command gives ${same} where it becomes version ${file.version} of \`${file.name}\` too; give \`--out\` another directory to compare.`,
  ];
}
