import { Model } from "../../../../../model/model";
import { unknownCategory } from "../../../../../model/trust/warnings/unknown-category";
import { committedFile } from "../../../../support/committed-models";
import { mixedFile } from "../../../../support/mixed-model";

jest.mock("../../../../../model/estimators/kinds", () => {
  const { ESTIMATOR_KINDS } = jest.requireActual("../../../../../model/estimators/kinds");
  return {
    ESTIMATOR_KINDS: [...ESTIMATOR_KINDS, jest.requireActual("../../../../support/constant-kind").constant],
  };
});

const CODE = "UNKNOWN_CATEGORY";

function ruleOf(counts?: readonly number[]) {
  const file = mixedFile();
  const features = file.features.map((feature) =>
    feature.name === "Heating" && counts ? { ...feature, counts: [...counts] } : feature,
  );
  const model = new Model({ ...file, features }, "0".repeat(64));
  const rule = unknownCategory.ruleFor(model);
  const rowOf = (values: { readonly [apiName: string]: number }) =>
    Float64Array.from(model.table.features, ({ apiName }) => values[apiName] ?? 1);
  return { rule, rowOf };
}

describe("a category", () => {
  const { rule, rowOf } = ruleOf();

  it.each([
    ["known", {}, []],
    ["without training rows", { heating: 0 }, ["heating"]],
    ["of no name", { town: -1 }, ["town"]],
    ["missing, which is another warning", { heating: Number.NaN }, []],
    ["unknown, in two columns", { town: -1, heating: 0 }, ["heating", "town"]],
  ])("is %s", (_what, values, features) => {
    expect(rule?.find(rowOf(values), 0, 0)).toEqual(features.map((feature) => ({ code: CODE, feature })));
    expect(rule?.max).toBe(3);
  });

  it("that is unknown is explained by those that are known", () => {
    expect(rule?.explain(rowOf({ heating: 0 }), 0, { code: CODE, feature: "heating" })).toEqual({
      value: 0,
      range: { min: 30, max: 60 },
      message:
        'heating "coal" is not one of the 2 categories in the training rows: the prediction does not depend on it.',
    });
    expect(rule?.explain(rowOf({ town: -1 }), 0, { code: CODE, feature: "town" }).message).toMatch(
      /^The value of town is not one of the 150 categories/,
    );
  });
});

it("with rows of each category, only one of no name is unknown", () => {
  const { rule, rowOf } = ruleOf([5, 60, 30]);
  expect(rule?.find(rowOf({ heating: 0 }), 0, 0)).toEqual([]);
  expect(rule?.find(rowOf({ heating: -1 }), 0, 0)).toHaveLength(1);
});

it("a model without categories never gives this warning", () => {
  expect(unknownCategory.ruleFor(new Model(committedFile(1), "0".repeat(64)))).toBeUndefined();
});
