import { ModelCatalogue } from "../../../../model/registry/catalogue";
import { parseModelSelection, selectModel } from "../../../../model/registry/model-selection";
import { modelVariant } from "../../../support/model-variants";

describe("a model on a command line", () => {
  it.each([
    ["linear", { name: "linear" }],
    ["linear@2", { name: "linear", version: 2 }],
    ["linear@999999999", { name: "linear", version: 999_999_999 }],
  ])("is a name, and may have a version: %s", (text, selection) => {
    expect(parseModelSelection(text)).toEqual(selection);
  });

  it.each([
    "",
    "@2",
    "linear@",
    "linear@0",
    "linear@02",
    "linear@1@2",
    "linear@x",
    "linear@1.5",
    "../x",
    "a b",
  ])("is not %j", (text) => {
    expect(parseModelSelection(text)).toBeUndefined();
  });
});

describe("a model that is selected", () => {
  const linear1 = modelVariant("linear", 1, 0.8);
  const linear2 = modelVariant("linear", 2, 0.7);
  const catalogue = new ModelCatalogue([linear1, linear2]);

  it("is the version that is named, or the newest", () => {
    expect(selectModel(catalogue, { name: "linear", version: 1 })).toBe(linear1);
    expect(selectModel(catalogue, { name: "linear" })).toBe(linear2);
  });

  it.each([
    [{ name: "smooth" }, "There is no model smooth. Available: linear@1, linear@2."],
    [{ name: "linear", version: 3 }, "There is no model linear@3. Available: linear@1, linear@2."],
  ])("must exist: %j", (selection, message) => {
    expect(() => selectModel(catalogue, selection)).toThrow(
      expect.objectContaining({ code: "MODEL_UNKNOWN", message }),
    );
  });
});
