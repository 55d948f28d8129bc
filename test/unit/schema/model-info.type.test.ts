import "reflect-metadata";
import type { Model } from "../../../model/model";
import { ModelCatalogue } from "../../../model/registry/catalogue";
import { defineModelInfo, type ModelInfo } from "../../../schema/model-info.type";
import { withOwnMetadata } from "../../../schema/own-metadata";
import { CALIFORNIA } from "../../support/california";
import { committedSpatial } from "../../support/committed-spatial";
import { EVERY_TYPE, modelOf, tableOf } from "../../support/every-type";
import { modelVariant, variantOf } from "../../support/model-variants";

jest.mock("../../../model/estimators/kinds", () => {
  const { ESTIMATOR_KINDS } = jest.requireActual("../../../model/estimators/kinds");
  return { ESTIMATOR_KINDS: [...ESTIMATOR_KINDS, jest.requireActual("../../support/weights-kind").weights] };
});

function infoOf(model: Model, others: readonly Model[] = []): ModelInfo {
  const Info = withOwnMetadata(() => defineModelInfo(model.table));
  return new Info(model, new ModelCatalogue([model, ...others]));
}

describe("what is told of a model", () => {
  it("is what its file says", () => {
    const model = modelVariant("linear", 3, 0.8);
    const { file } = model;
    const info = infoOf(model);

    expect(info).toMatchObject({
      name: "linear",
      version: 3,
      sha256: model.sha256,
      algorithm: file.algorithm,
      note: file.note ?? null,
      metrics: file.metrics,
      trainingData: file.trainingData,
      libraries: file.libraries,
    });
    expect(info.trainedAt).toEqual(new Date(file.trainedAt));
    expect(info.intercept).toBe(model.description.intercept);
    expect(info.basisSize).toBe(3);
    expect(info.penalties).toEqual([]);
    expect(info.target).toMatchObject({ label: expect.any(String) });
  });

  it("has a note if it was given at training", () => {
    const model = modelVariant("linear", 1, 0.8);
    expect(infoOf(variantOf(model, { note: "It is new." })).note).toBe("It is new.");
    const { note: _note, ...file } = model.file;
    expect(infoOf(Object.assign(Object.create(model), { file })).note).toBeNull();
  });

  it("is whether it answers by default, and why", () => {
    const [better, worse] = [modelVariant("b", 1, 0.5), modelVariant("a", 1, 0.9)];

    expect(infoOf(better, [worse])).toMatchObject({
      isDefault: true,
      reason: "Answers by default: its cross-validated RMSE, 0.5, is the lowest on the newest data.",
    });
    expect(infoOf(worse, [better]).isDefault).toBe(false);
  });

  it("has all columns of the table, and examples", () => {
    const { model } = committedSpatial();
    const info = infoOf(model);

    expect(info.columns.map(({ name }) => name)).toEqual(CALIFORNIA.features.map(({ name }) => name));
    expect(info.examples.length).toBeGreaterThan(1);
    expect(info.penalties).toEqual(model.description.penalties);
  });
});

describe("the features of a model", () => {
  it("have their statistics and coefficients, in its order", () => {
    const model = modelVariant("linear", 1, 0.8);
    const [first] = model.file.features;
    const { features } = infoOf(model);

    expect(features.map(({ name }) => name)).toEqual(["medInc", "aveRooms", "aveOccup"]);
    expect(features.map(({ coefficient }) => coefficient)).toEqual(model.description.coefficients);
    expect(features[0]).toMatchObject({ column: "MedInc", required: true, mean: Reflect.get(first, "mean") });
    expect(features[0].unit).toBe("10,000 US dollars a year");
    expect(features[0].description).toBe(CALIFORNIA.features[CALIFORNIA.indexOf("MedInc")].description);
  });

  it("have no coefficient, range, unit or description of their own if there is none", () => {
    const features = infoOf(modelOf(tableOf(EVERY_TYPE))).features;

    expect(features[0]).toEqual({
      name: "area",
      column: "Area",
      description: "Area",
      unit: "m²",
      required: true,
      min: 1,
      max: 20,
      mean: 10,
      coefficient: null,
    });
    expect(features[6]).toEqual({
      name: "garage",
      column: "Garage",
      description: "Garage",
      unit: "",
      required: false,
      min: null,
      max: null,
      mean: null,
      coefficient: null,
    });
  });
});
