import { Model } from "../../../../../model/model";
import { featureMissing } from "../../../../../model/trust/warnings/feature-missing";
import { committedFile } from "../../../../support/committed-models";
import { mixedFile } from "../../../../support/mixed-model";

jest.mock("../../../../../model/estimators/kinds", () => {
  const { ESTIMATOR_KINDS } = jest.requireActual("../../../../../model/estimators/kinds");
  return {
    ESTIMATOR_KINDS: [...ESTIMATOR_KINDS, jest.requireActual("../../../../support/constant-kind").constant],
  };
});

const CODE = "FEATURE_MISSING";
const file = mixedFile();

let model: Model;
let rule: ReturnType<typeof featureMissing.ruleFor>;

beforeEach(() => {
  model = new Model(file, "0".repeat(64));
  rule = featureMissing.ruleFor(model);
});

const rowWithout = (...apiNames: string[]) =>
  Float64Array.from(model.table.features, ({ apiName }) => (apiNames.includes(apiName) ? Number.NaN : 1));

describe("a missing feature", () => {
  it("is found if the model can do without it, in the order of the model", () => {
    expect(rule?.find(rowWithout("heating", "garden"), 0, 0)).toEqual([
      { code: CODE, feature: "garden" },
      { code: CODE, feature: "heating" },
    ]);
    expect(rule?.find(rowWithout(), 0, 0)).toEqual([]);
    expect(rule?.find(rowWithout("livingArea"), 0, 0)).toEqual([]);
    expect(rule?.max).toBe(2);
  });

  it("is explained by how many training rows lacked it", () => {
    const { trainRows } = file.trainingData;
    expect(rule?.explain(rowWithout("heating"), 0, { code: CODE, feature: "heating" })).toEqual({
      value: 10,
      range: { min: 0, max: trainRows },
      message: `heating is missing, as in 10 of the ${trainRows} training rows: the prediction does not use it.`,
    });
  });
});

it("a model that needs each feature never gives this warning", () => {
  expect(featureMissing.ruleFor(new Model(committedFile(1), "0".repeat(64)))).toBeUndefined();
});
