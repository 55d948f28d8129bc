import { parseModelFile } from "../../../../../model/file/format";
import { findGoldenMismatch } from "../../../../../model/file/golden";
import { Model } from "../../../../../model/model";
import { findWarnings, warningsOf } from "../../../../../model/trust/warnings/model-warnings";
import { mixedFile } from "../../../../support/mixed-model";

jest.mock("../../../../../model/estimators/kinds", () => {
  const { ESTIMATOR_KINDS } = jest.requireActual("../../../../../model/estimators/kinds");
  return {
    ESTIMATOR_KINDS: [...ESTIMATOR_KINDS, jest.requireActual("../../../../support/constant-kind").constant],
  };
});

let model: Model;

beforeEach(() => {
  model = new Model(mixedFile(), "0".repeat(64));
});

/** An ordinary house, but for `changes`. */
const HOUSE = { livingArea: 10, garden: 10, sold: 18_500, lift: 1, heating: 1, town: 7, pool: 0 };

function warningsFor(changes: { readonly [apiName: string]: number | null }) {
  const row = new Float64Array(model.table.width);
  model.table.writeRow({ ...HOUSE, ...changes }, row);
  const warnings = findWarnings(model, row);
  const found = warningsOf(model).find(row, 0, model.predict(row));
  expect(found).toEqual(warnings.map(({ code, feature }) => (feature ? { code, feature } : { code })));
  return warnings;
}

describe("when a model is of a table with columns of every kind", () => {
  it("its file has the format, and the model reproduces it", () => {
    expect(parseModelFile(JSON.parse(JSON.stringify(mixedFile())))).toMatchObject({ ok: true });
    expect(findGoldenMismatch(model)).toBeUndefined();
  });

  it("it needs the features that no training row lacked", () => {
    const needed = Array.from(model.needed, (position) => model.table.features[position].apiName);
    expect(needed).toEqual(["livingArea", "sold", "lift", "town", "pool"]);
  });

  it("an ordinary row has no warning", () => {
    expect(warningsFor({})).toEqual([]);
  });

  it("a missing value that training knew is a warning, and the other rules go by the mean", () => {
    expect(warningsFor({ garden: null })).toEqual([
      {
        code: "FEATURE_MISSING",
        feature: "garden",
        value: 40,
        range: { min: 0, max: 16_512 },
        message: "garden is missing, as in 40 of the 16512 training rows: the prediction does not use it.",
      },
    ]);
    expect(warningsFor({ heating: null }).map(({ feature }) => feature)).toEqual(["heating"]);
  });

  it("a missing value that test rows alone had is a warning as well", () => {
    const { features, ...file } = mixedFile();
    const tested = features.map((feature) =>
      feature.name === "Lift" ? { ...feature, missingInTest: 3 } : feature,
    );
    const model = new Model({ ...file, features: tested }, "0".repeat(64));
    expect(model.needed).not.toContain(model.table.indexOf("Lift"));
    const row = new Float64Array(model.table.width);
    model.table.writeRow({ ...HOUSE, lift: null }, row);
    expect(findWarnings(model, row)).toMatchObject([
      {
        code: "FEATURE_MISSING",
        feature: "lift",
        value: 0,
        message: "lift is missing, and no training row lacked it: the prediction does not use it.",
      },
    ]);
  });

  it("a missing value that stands for a category is none", () => {
    expect(warningsFor({ pool: null })).toEqual([]);
  });

  it("a text that is no category, or one without training rows, is a warning", () => {
    expect(warningsFor({ town: -1 })).toEqual([
      {
        code: "UNKNOWN_CATEGORY",
        feature: "town",
        value: 0,
        range: { min: 1, max: 1 },
        message:
          "The value of town is not one of the 150 categories in the training rows: the prediction does not depend on it.",
      },
    ]);
    expect(warningsFor({ heating: 0 })).toMatchObject([
      {
        code: "UNKNOWN_CATEGORY",
        feature: "heating",
        range: { min: 30, max: 60 },
        message:
          'heating "coal" is not one of the 2 categories in the training rows: the prediction does not depend on it.',
      },
    ]);
  });

  it("a date outside the training range is shown as a date", () => {
    expect(warningsFor({ sold: 19_001 })).toMatchObject([
      {
        code: "FEATURE_OUT_OF_RANGE",
        value: 19_001,
        message:
          "sold is 2022-01-09, outside the training range from 2020-01-01 to 2022-01-08: the model extrapolates.",
      },
    ]);
  });

  it("all warnings are given together, in the order of the kinds", () => {
    const codes = warningsFor({ livingArea: 500, garden: null, heating: null, town: -1 }).map(
      ({ code }) => code,
    );
    expect(codes).toEqual([
      "FEATURE_OUT_OF_RANGE",
      "FEATURE_MISSING",
      "FEATURE_MISSING",
      "UNKNOWN_CATEGORY",
      "UNUSUAL_COMBINATION",
    ]);
  });
});

describe("when a file does not fit its table", () => {
  const problemOf = (changes: object) => {
    const parsed = parseModelFile({ ...mixedFile(), ...changes });
    return parsed.ok ? undefined : parsed.problem;
  };
  const { features, table, novelty } = mixedFile();
  const [area] = features;

  it.each([
    [
      "a category too few",
      { features: [area, { ...features[4], counts: [1, 2] }] },
      "The table has no feature Heating",
    ],
    [
      "a number that is categories there",
      { features: [{ ...area, name: "Town" }] },
      "The table has no feature Town",
    ],
    ["the target", { features: [{ ...area, name: "Price" }] }, "The table has no feature Price"],
    [
      "novelty of categories",
      { novelty: { ...novelty, columns: ["Living area", "Town"] } },
      "Expected novelty statistics of the model's numeric features",
    ],
    [
      "a category that is not listed",
      { table: { fields: table.fields.map(({ constraints, ...field }) => field) } },
      "Expected an enum of categories for each column of type string",
    ],
    [
      "an ignored column",
      { table: { fields: [...table.fields, { name: "Note", type: "string", role: "ignored" }] } },
      "Expected no ignored columns",
    ],
    [
      "two targets",
      { table: { fields: [...table.fields, { name: "Rent", type: "number", role: "target" }] } },
      "exactly one must have it",
    ],
    ["too few quantiles", { features: [{ ...area, quantiles: [1] }] }, "features.0.quantiles"],
  ])("it is refused: %s", (_, changes, problem) => {
    expect(problemOf(changes)).toContain(problem);
  });
});
