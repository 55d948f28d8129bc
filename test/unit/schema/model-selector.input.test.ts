import { ModelCatalogue } from "../../../model/registry/catalogue";
import { InputProblem } from "../../../schema/invalid-input.error";
import {
  defaultModel,
  findMissingFeatures,
  selectModel,
  selectModelForRow,
} from "../../../schema/model-selector.input";
import { ModelUnavailableError } from "../../../schema/model-unavailable.error";
import { CALIFORNIA } from "../../support/california";
import { modelVariant } from "../../support/model-variants";

const small = modelVariant("small", 1, 0.8);
const large = modelVariant("large", 2, 0.7, 8);
const catalogue = new ModelCatalogue([small, large]);
const empty = new ModelCatalogue([], { table: CALIFORNIA });

const rowWithout = (...names: string[]) =>
  Float64Array.from(CALIFORNIA.features, ({ apiName }) => (names.includes(apiName) ? Number.NaN : 1));

describe("when a model is selected", () => {
  it("then it is found by name and version, whatever the row has", () => {
    expect(selectModel(catalogue, { name: "large" })).toBe(large);
    expect(selectModel(catalogue, { name: "large", version: 2 })).toBe(large);
    expect(selectModelForRow(catalogue, { name: "large" }, rowWithout("latitude"), 0)).toBe(large);
  });

  it.each([
    [{ name: "none" }, "There is no model none. Available: large@2, small@1."],
    [{ name: "small", version: 7 }, "There is no model small@7. Available: large@2, small@1."],
    [{ name: "none", version: null }, "There is no model none. Available: large@2, small@1."],
  ])("then it must exist: %j", (selector, message) => {
    const problem = new InputProblem(message, [{ path: "model", message }]);
    expect(selectModelForRow(catalogue, selector, rowWithout(), 0)).toEqual(problem);
    expect(() => selectModel(catalogue, selector)).toThrow(message);
  });

  it("then at most ten are listed", () => {
    const many = new ModelCatalogue(Array.from({ length: 12 }, (_, i) => modelVariant("m", i + 1, 1)));
    expect(() => selectModel(many, { name: "none" })).toThrow(/Available: m@1, .*, m@10 and 2 more\.$/);
  });
});

describe("when no model is selected", () => {
  it("then the best one that can answer does", () => {
    expect(selectModelForRow(catalogue, null, rowWithout(), 0)).toBe(large);
    expect(selectModelForRow(catalogue, undefined, rowWithout("latitude"), 0)).toBe(small);
    const two = Float64Array.of(...rowWithout("latitude"), ...rowWithout());
    expect(selectModelForRow(catalogue, null, two, CALIFORNIA.width)).toBe(large);
  });

  it("then a row with too few features is a problem", () => {
    const message = "No model can predict from these features alone. Available: large@2, small@1.";
    expect(selectModelForRow(catalogue, null, rowWithout("medInc"), 0)).toEqual(
      new InputProblem(message, [{ path: "input", message }]),
    );
  });

  it("then the default one is shown", () => {
    expect(defaultModel(catalogue)).toBe(small);
  });
});

it("without any model, all of these are unavailable", () => {
  const calls = [
    () => selectModel(empty, { name: "small" }),
    () => selectModelForRow(empty, null, rowWithout(), 0),
    () => selectModelForRow(empty, { name: "small" }, rowWithout(), 0),
    () => defaultModel(empty),
  ];
  for (const call of calls) {
    expect(call).toThrow(ModelUnavailableError);
  }
});

describe("features that a model needs", () => {
  it("are no problem if the row has them", () => {
    expect(findMissingFeatures(small, rowWithout("latitude"), 0, "input")).toBeUndefined();
  });

  it("are told with their place, their meaning and their unit", () => {
    const problem = findMissingFeatures(large, rowWithout("houseAge", "latitude"), 0, "inputs[3]");
    expect(problem?.message).toBe("large@2 also needs houseAge, latitude.");
    expect(problem?.fields.map(({ path }) => path)).toEqual(["inputs[3].houseAge", "inputs[3].latitude"]);
    expect(problem?.fields[0].message).toMatch(/^large@2 needs houseAge: .+, in years\.$/);
  });
});
