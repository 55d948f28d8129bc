import { ModelCatalogue } from "../../../../model/registry/catalogue";
import { modelMetadata, SERVER_METADATA } from "../../../../src/inference-protocol/metadata";
import { VERSION } from "../../../../src/version";
import { EVERY_TYPE, modelOf, tableOf } from "../../../support/every-type";
import { modelVariant, variantOf } from "../../../support/model-variants";

jest.mock("../../../../model/estimators/kinds", () => {
  const { ESTIMATOR_KINDS } = jest.requireActual("../../../../model/estimators/kinds");
  return {
    ESTIMATOR_KINDS: [...ESTIMATOR_KINDS, jest.requireActual("../../../support/weights-kind").weights],
  };
});

describe("the metadata of a model", () => {
  it("has the versions of its name, and each output", () => {
    const models = [modelVariant("a", 3, 1), modelVariant("a", 10, 1), modelVariant("b", 4, 1)];
    expect(modelMetadata(models[0], new ModelCatalogue(models))).toMatchObject({
      name: "a",
      versions: ["3", "10"],
      platform: "house-price-graphql_json",
      outputs: ["price", "lower", "upper"].map((name) => ({ name, datatype: "FP64", shape: [-1] })),
    });
  });

  it("has a tensor for each column that the model reads, in the table's order", () => {
    const model = modelVariant("a", 1, 1);
    expect(modelMetadata(model, new ModelCatalogue([model])).inputs).toEqual(
      ["MedInc", "AveRooms", "AveOccup"].map((name) => ({ name, datatype: "FP64", shape: [-1] })),
    );
  });

  it("has those of every type, and those that the table requires though the model does not read them", () => {
    const all = modelOf(tableOf(EVERY_TYPE));
    // It reads neither the area, which the table requires, nor the number of rooms, which it does not.
    const model = variantOf(all, { features: all.file.features.slice(2) });
    const { inputs } = modelMetadata(model, new ModelCatalogue([model]));
    expect(inputs.map(({ name, datatype }) => [name, datatype])).toEqual([
      ["Area", "FP64"],
      ["Built", "INT64"],
      ["Garden", "BOOL"],
      ["Sold", "BYTES"],
      ["Style", "BYTES"],
      ["Garage", "BYTES"],
      ["Place", "BYTES"],
    ]);
  });
});

it("that of the server has its version and no extensions", () => {
  expect(SERVER_METADATA).toEqual({ name: "house-price-graphql", version: VERSION, extensions: [] });
});
