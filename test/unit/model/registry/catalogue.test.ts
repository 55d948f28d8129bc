import fc from "fast-check";
import type { Model } from "../../../../model/model";
import { ModelCatalogue } from "../../../../model/registry/catalogue";
import { CALIFORNIA } from "../../../support/california";
import { ALL_COLUMNS, modelVariant, variantOf } from "../../../support/model-variants";

/** A row that has a value of these columns alone. */
function rowWith(...columns: readonly string[]): Float64Array {
  return Float64Array.from(CALIFORNIA.features, ({ name }) => (columns.includes(name) ? 1 : Number.NaN));
}

const ALL = rowWith(...ALL_COLUMNS);
const REQUIRED = rowWith("MedInc", "AveRooms", "AveOccup");

const idOf = (models: Iterable<Model>, row: Float64Array, pins?: ReadonlyMap<string, number>) =>
  new ModelCatalogue(models, pins ? { pins } : {}).answering(row)?.id;

describe("when the caller names no model", () => {
  const linear1 = modelVariant("linear", 1, 0.8);
  const linear2 = modelVariant("linear", 2, 0.75, 8);
  const other1 = modelVariant("other", 1, 0.7, 8);
  const models = [linear1, linear2, other1];

  it("is answered by the name with the lowest cross-validated RMSE of those whose features the input has", () => {
    expect(idOf(models, ALL)).toBe("other@1");
    expect(idOf(models, REQUIRED)).toBe("linear@1");
  });

  it("is answered, of a name, by the newest version whose features the input has, be it better or not", () => {
    expect(idOf([linear1, linear2], ALL)).toBe("linear@2");
    expect(idOf([linear1, linear2, modelVariant("linear", 3, 0.9)], ALL)).toBe("linear@3");
    expect(idOf([linear1, linear2, modelVariant("linear", 3, 0.9, 8)], REQUIRED)).toBe("linear@1");
  });

  it("is answered, of a pinned name, by the pinned version or not at all", () => {
    expect(idOf(models, ALL, new Map([["other", 1]]))).toBe("other@1");
    expect(idOf([...models, modelVariant("other", 2, 0.6, 8)], ALL, new Map([["other", 1]]))).toBe("other@1");
    expect(idOf([linear1, linear2], REQUIRED, new Map([["linear", 2]]))).toBeUndefined();
  });

  it("is not answered by a model that needs a feature that the input lacks", () => {
    for (const lacking of ["HouseAge", "AveBedrms", "Population", "Latitude", "Longitude"]) {
      const row = rowWith(...ALL_COLUMNS.filter((column) => column !== lacking));
      expect(idOf(models, row)).toBe("linear@1");
    }
    expect(idOf(models, rowWith("MedInc"))).toBeUndefined();
    expect(idOf([], ALL)).toBeUndefined();
  });

  it("is answered by a model whose training lacked the same feature", () => {
    const features = linear2.file.features.map((feature) =>
      feature.name === "HouseAge" ? { ...feature, missing: 7 } : feature,
    );
    const lenient = variantOf(linear2, { features });
    const row = rowWith(...ALL_COLUMNS.filter((column) => column !== "HouseAge"));
    expect(lenient.needed).toHaveLength(7);
    expect(idOf([linear1, lenient], row)).toBe("linear@2");
  });

  it("is answered by the model that was trained last where two are equally good", () => {
    const earlier = variantOf(modelVariant("a", 1, 0.7), { trainedAt: "2026-01-01T00:00:00Z" });
    const later = variantOf(modelVariant("b", 1, 0.7), { trainedAt: "2026-01-02T00:00:00Z" });
    expect(idOf([earlier, later], ALL)).toBe("b@1");
  });

  it("is answered by a model of the newest data, since errors on other data cannot be compared", () => {
    const { trainingData } = linear1.file;
    const retrained = variantOf(modelVariant("linear", 3, 1.5), {
      trainedAt: "2030-01-01T00:00:00Z",
      trainingData: { ...trainingData, sha256: "f".repeat(64) },
    });
    expect(idOf([...models, retrained], ALL)).toBe("linear@3");
  });

  it("is answered by the same model in whatever order the models were loaded", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(models, { minLength: models.length }), (shuffled) => {
        const catalogue = new ModelCatalogue(shuffled);
        expect(catalogue.answering(ALL)?.id).toBe("other@1");
        expect(catalogue.models.map(({ id }) => id)).toEqual(["linear@1", "linear@2", "other@1"]);
      }),
    );
  });

  it("by default, the model that answers inputs with all required features is shown", () => {
    expect(new ModelCatalogue(models).byDefault?.id).toBe("linear@1");
    expect(new ModelCatalogue([linear2, other1]).byDefault?.id).toBe("other@1");
    expect(new ModelCatalogue([]).byDefault).toBeUndefined();
  });
});

describe("when somebody asks why a model answers", () => {
  const linear1 = modelVariant("linear", 1, 0.8);
  const linear2 = modelVariant("linear", 2, 0.75, 8);
  const other1 = modelVariant("other", 1, 0.7, 8);
  const reasons = (models: readonly Model[], pins = new Map<string, number>()) => {
    const catalogue = new ModelCatalogue(models, { pins });
    return catalogue.models.map((model) => `${model.id}: ${catalogue.explain(model).reason}`);
  };

  it("each model has a reason", () => {
    expect(reasons([linear1, linear2, other1])).toEqual([
      "linear@1: Answers inputs that lack a feature of other@1, which has the lower cross-validated RMSE (0.7 against 0.8).",
      "linear@2: Answers when named: other@1, which needs no other features, has the lower cross-validated RMSE (0.7 against 0.75).",
      "other@1: Answers by default: its cross-validated RMSE, 0.7, is the lowest on the newest data.",
    ]);
  });

  it("pins and newer versions are reasons", () => {
    expect(reasons([linear1, linear2], new Map([["linear", 1]]))).toEqual([
      "linear@1: Answers by default: linear is pinned to it.",
      "linear@2: Answers when named: linear is pinned to version 1.",
    ]);
    expect(reasons([linear2, modelVariant("linear", 3, 0.9, 8)])).toEqual([
      "linear@2: Answers when named: linear@3 is newer and needs no other features.",
      "linear@3: Answers by default: it is the newest version.",
    ]);
    expect(reasons([linear1, linear2])[0]).toBe(
      "linear@1: Answers inputs that lack a feature of linear@2, which is newer.",
    );
  });
});

describe("when the models are of a table", () => {
  it("the catalogue has it", () => {
    const model = modelVariant("linear", 1, 0.8);
    expect(new ModelCatalogue([model]).table).toBe(model.table);
    expect(new ModelCatalogue([], { table: CALIFORNIA }).table).toBe(CALIFORNIA);
    expect(() => new ModelCatalogue([]).table).toThrow(TypeError);
  });
});

describe("when the caller names a model", () => {
  const catalogue = new ModelCatalogue([
    modelVariant("linear", 10, 0.84),
    modelVariant("linear", 9, 0.75),
    modelVariant("b", 1, 0.5),
  ]);

  it("is answered by the version that it names", () => {
    expect(catalogue.find({ name: "linear", version: 9 })?.id).toBe("linear@9");
  });

  it("is answered by the newest of the name if it names no version, better or not", () => {
    expect(catalogue.find({ name: "linear" })?.id).toBe("linear@10");
    expect(catalogue.find({ name: "linear", version: null })?.id).toBe("linear@10");
  });

  it("is undefined if no model has that name and version", () => {
    expect(catalogue.find({ name: "linear", version: 1 })).toBeUndefined();
    expect(catalogue.find({ name: "Linear" })).toBeUndefined();
    expect(catalogue.find({ name: "__proto__" })).toBeUndefined();
  });
});
