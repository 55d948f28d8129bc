import { reproductionCommand } from "../../../../training/card/reproduction";
import { dataSection, reproductionSection } from "../../../../training/card/training-facts";
import { CALIFORNIA_SCHEMA } from "../../../support/california";
import { incomeModel } from "../../../support/card-results";

const { title: _title, description: _description, ...BARE } = CALIFORNIA_SCHEMA;
const SHA256 = "ab".repeat(32);

const trainingData = {
  source: "my|houses.csv",
  sha256: SHA256,
  rows: 12_345,
  trainRows: 9876,
  testRows: 2469,
  seed: 7,
  testSize: 0.2,
};

const model = (changes: object = {}) =>
  incomeModel({ target: { min: 0.5, max: 123_456.7 }, trainingData, ...changes });

describe("the data in a card", () => {
  it("are told with their file, the split and the target", () => {
    const [heading, about, table] = dataSection(model(), CALIFORNIA_SCHEMA);

    expect(heading).toBe("## Training and evaluation data");
    expect(about).toMatch(
      /^California housing\. Census block groups of the 1990 US census in California\. The split is the same/,
    );
    expect(table.split("\n")).toEqual([
      "|  |  |",
      "| --- | --- |",
      "| file | `my_houses.csv` |",
      `| SHA-256 | \`${SHA256}\` |`,
      "| rows | 12,345 |",
      "| training rows | 9,876 |",
      "| test rows | 2,469 (20.0\u00a0%), at random with seed 7 |",
      "| target | `MedHouseVal`, from 0.5 to 123457 in the training rows |",
    ]);
  });

  it.each([
    [{}, "The split is"],
    [{ title: "Houses" }, "Houses. The split is"],
    [{ description: "Some houses." }, "Some houses. The split is"],
  ])("are described as far as the schema does: %j", (about, beginning) => {
    expect(dataSection(model(), { ...BARE, ...about })[1].startsWith(beginning)).toBe(true);
  });

  it("have the note of the training", () => {
    const [, , table] = dataSection(model({ note: "second `try`" }), BARE);

    expect(table.split("\n").at(-1)).toBe("| note | `second _try_` |");
  });
});

describe("the reproduction of a model", () => {
  it("has the command, and tells whether the file is the same to the byte", () => {
    const sentence = (trainedAt: string) => reproductionSection(model({ trainedAt }), {})[2];

    expect(reproductionSection(model(), { currency: "EUR" }).slice(0, 2)).toEqual([
      "## Reproduction",
      `\`\`\`sh\n${reproductionCommand(model(), { currency: "EUR" })}\n\`\`\``,
    ]);
    expect(sentence("2026-01-01T00:00:00.000Z")).toBe(
      `With the same \`my_houses.csv\` (SHA-256 \`${SHA256}\`), table schema and library versions, the command creates the same file, byte for byte, if it becomes version 1 of \`linear\`; set \`--out\` to another directory to compare.`,
    );
    expect(sentence("2026-01-01T00:00:00.001Z")).toContain(
      "creates the same file except for the fraction of a second in `trainedAt` and the checksum, if it becomes",
    );
  });
});
