import { readModel } from "../../../../model/file/read-model";
import { caveats, ethicalConsiderations, intendedUse } from "../../../../training/card/guidance";
import { CALIFORNIA_SCHEMA } from "../../../support/california";
import { incomeModel } from "../../../support/card-results";
import { COMMITTED } from "../../../support/committed-models";
import { modelVariant, variantOf } from "../../../support/model-variants";

const { title: _title, description: _description, caveats: _caveats, ...BARE } = CALIFORNIA_SCHEMA;

describe("the use of a model", () => {
  const relation = (schema: Parameters<typeof intendedUse>[0]) =>
    intendedUse(schema)[1]
      .split("\n")
      .at(-1)
      ?.replace("- To describe how features and prices are related in the data", "");

  it("is to describe the data, by their description or their title", () => {
    expect(relation(CALIFORNIA_SCHEMA)).toBe(": Census block groups of the 1990 US census in California.");
    expect(relation({ ...BARE, title: "Houses" })).toBe(": Houses");
    expect(relation(BARE)).toBe(".");
  });

  it("is not to decide about people, elsewhere, or of causes", () => {
    const [heading, , misuse, list] = intendedUse(BARE);

    expect([heading, misuse]).toEqual(["## Intended use", "### What it must not be used for"]);
    expect(list.split("\n").map((line) => /\*\*(.*)\*\*/.exec(line)?.[1])).toEqual([
      "No other time or place than those of the data.",
      "No decisions about people",
      "No causal conclusions.",
    ]);
    expect(ethicalConsiderations()[0]).toBe("## Ethical considerations");
  });
});

describe("the caveats of a model", () => {
  const linesOf = (model = incomeModel(), schema = CALIFORNIA_SCHEMA) => {
    const [heading, list] = caveats(model, schema);
    expect(heading).toBe("## Caveats and recommendations");
    return list.split("\n").map((line) => line.slice(2, 42));
  };

  const CLIPPED = "Predictions are clipped to the range of ";
  const UNCLIPPED = "Predictions are never clipped: far outsi";
  const ALWAYS = ["The coverage of an interval is an averag", "Always query the interval and the warnin"];

  it("are those of its table, of the location, of clipping and of intervals", () => {
    expect(linesOf()).toEqual([
      ...(CALIFORNIA_SCHEMA.caveats ?? []).map((caveat) => caveat.slice(0, 40)),
      "It does not use the location: houses wit",
      UNCLIPPED,
      ...ALWAYS,
    ]);
  });

  it("are others where the model knows the location", () => {
    expect(linesOf(modelVariant("linear", 1, 0.5, 8), BARE)).toEqual([
      "The test rows have training rows nearby.",
      UNCLIPPED,
      ...ALWAYS,
    ]);
  });

  it("tell that predictions are clipped, where they are", async () => {
    const model = await readModel(`${COMMITTED}/spatial/1/model.json`);

    expect(linesOf(model, BARE)[1]).toBe(CLIPPED);
  });

  it("say nothing of a location that the table does not have", () => {
    const model = incomeModel();
    const fields = model.file.table.fields.map(({ role, ...field }) =>
      role === "target" ? { ...field, role } : field,
    );

    expect(linesOf(variantOf(model, { table: { ...model.file.table, fields } }), BARE)).toEqual([
      UNCLIPPED,
      ...ALWAYS,
    ]);
  });
});
