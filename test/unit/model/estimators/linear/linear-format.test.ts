import * as v from "valibot";
import { LinearEstimatorSchema, nameOfColumn } from "../../../../../model/estimators/linear/linear-format";

const accepts = (...terms: readonly object[]) =>
  v.is(LinearEstimatorSchema, { kind: "linear", rows: 10, intercept: 1, terms });

describe("terms of a linear model", () => {
  it("are numbers, categories and missing values, each once", () => {
    expect(
      accepts(
        { feature: "area", coefficient: 1 },
        { feature: "area", missing: true, coefficient: 2 },
        { feature: "style", category: "flat", coefficient: 3 },
        { feature: "style", category: "", coefficient: 3 },
        { feature: "style", category: "true", coefficient: 3 },
        { feature: "style", missing: true, coefficient: 3 },
      ),
    ).toBe(true);
    expect(accepts()).toBe(true);
  });

  it.each([
    ["a number", { feature: "area" }],
    ["a category", { feature: "style", category: "flat" }],
    ["a missing value", { feature: "area", missing: true }],
  ])("are refused where %s has two", (_what, column) => {
    expect(accepts({ ...column, coefficient: 1 }, { ...column, coefficient: 2 })).toBe(false);
  });

  it.each([
    ["both", { feature: "style", category: "flat", missing: true, coefficient: 1 }],
    ["present", { feature: "style", missing: false, coefficient: 1 }],
    ["without a coefficient", { feature: "style" }],
    ["infinite", { feature: "style", coefficient: Infinity }],
    ["of another property", { feature: "style", coefficient: 1, power: 2 }],
  ])("are refused where one is %s", (_what, term) => {
    expect(accepts(term)).toBe(false);
  });
});

it.each([
  [{ feature: "area" }, "area"],
  [{ feature: "area", missing: true as const }, "area is missing"],
  [{ feature: "style", category: "flat" }, "style = flat"],
  [{ feature: "style", category: "" }, 'style = ""'],
])("the column %j is shown as %s", (column, name) => {
  expect(nameOfColumn(column)).toBe(name);
});
