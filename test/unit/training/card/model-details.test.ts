import { Model } from "../../../../model/model";
import { exampleRequest } from "../../../../training/card/example-request";
import { modelDetails, requestSection } from "../../../../training/card/model-details";
import { incomeModel } from "../../../support/card-results";
import { mixedFile } from "../../../support/mixed-model";

jest.mock("../../../../model/estimators/kinds", () => {
  const { ESTIMATOR_KINDS } = jest.requireActual("../../../../model/estimators/kinds");
  return {
    ESTIMATOR_KINDS: [...ESTIMATOR_KINDS, jest.requireActual("../../../support/constant-kind").constant],
  };
});

const mixed = (changes: object = {}) => new Model({ ...mixedFile(), ...changes }, "ab".repeat(32));

describe("the details of a model", () => {
  it("are its name, its target, its inputs and what it was made with", () => {
    const libraries = [
      { name: "one", version: "1.0.0" },
      { name: "two", version: "2.0.0" },
    ];
    const [heading, table] = modelDetails(
      mixed({ libraries, trainedAt: "2026-01-01T00:00:00.000Z", algorithm: "a|b" }),
    );

    expect(heading).toBe("## Model details");
    expect(table.split("\n")).toEqual([
      "|  |  |",
      "| --- | --- |",
      "| name and version | `mixed@1` |",
      "| algorithm | `a_b` |",
      "| target | Price; unit: euros |",
      "| inputs | 7 features, below |",
      "| columns of the regression | 0 |",
      "| trained | 2026-01-01T00:00:00.000Z |",
      `| SHA-256 of \`model.json\` | \`${"ab".repeat(32)}\` |`,
      "| libraries | one 1.0.0, two 2.0.0 |",
      "| licence | MIT |",
    ]);
  });

  it("have the range and the coefficient of each number", () => {
    const table = modelDetails(incomeModel())[4].split("\n");

    expect(table.slice(0, 3)).toEqual([
      "| feature | description and unit | min | max | mean | coefficient |",
      "| --- | --- | ---: | ---: | ---: | ---: |",
      "| `medInc` | Median income of the households in the block group; 10,000 US dollars a year | 0.4999 | 15.0001 | 3.88075 | 1 |",
    ]);
  });

  it("have the commonest categories, dates as dates, and how many values were missing", () => {
    const table = modelDetails(mixed())[4].split("\n");

    expect(table).toEqual([
      "| feature | description and unit | min | max | mean | missing |",
      "| --- | --- | ---: | ---: | ---: | ---: |",
      "| `livingArea` | Living area; m² | 1 | 20 | 10 |  |",
      "| `garden` | Garden; m² | 1 | 20 | 10 | 40 |",
      "| `sold` | Sold | 2020-01-01 | 2022-01-08 | 2020-08-26 |  |",
      "| `lift` | Lift | 0 | 1 | 0.5 |  |",
      "| `heating` | Heating: `gas` 66.7\u00a0%, `oil` 33.3\u00a0%, `coal` 0.0\u00a0% |  |  |  | 10 |",
      "| `town` | Town: `town 0` 0.7\u00a0%, `town 1` 0.7\u00a0%, `town 2` 0.7\u00a0% and 147 more |  |  |  |  |",
      "| `pool` | Pool: `none` 80.0\u00a0%, `small` 15.0\u00a0%, `big` 5.0\u00a0% |  |  |  |  |",
    ]);
  });

  it("have no Markdown of the table, and a name for the empty category", () => {
    const file = mixedFile();
    const fields = file.table.fields.map((field) => {
      if (field.name === "Garden") return { ...field, description: "<b>a|b\n# *c* [d]_e_" };
      return field.name === "Pool"
        ? { ...field, missingCategory: "", constraints: { enum: ["", "big", "small"] } }
        : field;
    });
    const table = modelDetails(mixed({ table: { ...file.table, fields }, golden: [] }))[4];

    expect(table).toContain("| \\<b\\>a\\|b \\# \\*c\\* \\[d\\]\\_e\\_; m² |");
    expect(table).toContain('`big` 80.0\u00a0%, `small` 15.0\u00a0%, `""` 5.0\u00a0%');
  });

  it("have two hundred features at most", () => {
    const [feature] = incomeModel().file.features;
    const model = incomeModel({ features: Array.from({ length: 201 }, () => feature) });

    expect(modelDetails(model)[4].split("\n")).toHaveLength(2 + 200);
  });
});

describe("the request in a card", () => {
  it("is an example with its answer", () => {
    const model = incomeModel();
    const { query, answer } = exampleRequest(model);

    expect(requestSection(model)).toEqual([
      "### Example query",
      "Send this query to `/graphql`. It has the rounded values of a test row:",
      `\`\`\`graphql\n${query}\n\`\`\``,
      "The response:",
      `\`\`\`json\n${answer}\n\`\`\``,
    ]);
  });
});
