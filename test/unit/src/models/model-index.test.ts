import { ModelCatalogue } from "../../../../model/registry/catalogue";
import { modelIndex } from "../../../../src/models/model-index";
import { modelVariant, variantOf } from "../../../support/model-variants";

const linear = modelVariant("linear", 1, 0.8);
const other = modelVariant("other", 1, 0.7, 8);

describe("when the served models are listed", () => {
  it("each has its figures, and when it answers", () => {
    const [first, second] = modelIndex(new ModelCatalogue([linear, other]))
      .trim()
      .split("\n")
      .slice(-2);
    expect(first).toContain("| [other@1](models/other/1) | 8 | 0.7 | 0.5758 | 2026-11-22 |");
    expect(first).toContain("Answers by default\\: its cross\\-validated RMSE\\, 0\\.7\\, is the lowest");
    expect(second).toContain("Answers inputs that lack a feature of other\\@1");
  });

  it("the unit is that of the table", () => {
    expect(modelIndex(new ModelCatalogue([linear]))).toContain("the RMSE is in 100\\,000 US dollars.");
    const { table } = linear.file;
    const fields = table.fields.map(({ unit, ...field }) => field);
    const unitless = variantOf(linear, { table: { ...table, fields } });
    expect(modelIndex(new ModelCatalogue([unitless]))).toContain("are those of its test rows.\n");
    expect(modelIndex(new ModelCatalogue([]))).toContain("are those of its test rows.\n");
  });

  it("a note is told, and is no Markdown", () => {
    const noted = variantOf(linear, { note: "**new** | [x](y)\n# sold" });
    expect(modelIndex(new ModelCatalogue([noted]))).toContain(
      "\\*\\*new\\*\\* \\| \\[x\\]\\(y\\) \\# sold |",
    );
  });
});
