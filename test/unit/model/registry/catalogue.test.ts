import fc from "fast-check";
import { FEATURES, featureSetOf, REQUIRED_FEATURES } from "../../../../model/features";
import { ModelCatalogue } from "../../../../model/registry/catalogue";
import { ALL_COLUMNS, modelVariant } from "../../../support/model-variants";

const ALL = featureSetOf(FEATURES.map(({ column }) => column));

describe("when the caller names no model", () => {
  const catalogue = new ModelCatalogue([
    modelVariant("linear", 1, 0.84),
    modelVariant("linear", 2, 0.75, 8),
    modelVariant("linear", 3, 0.86),
    modelVariant("other", 1, 0.8, 8),
  ]);

  it("is answered by the best test RMSE of those whose features the input carries", () => {
    expect(catalogue.best(ALL)?.id).toBe("linear@2");
    expect(catalogue.best(REQUIRED_FEATURES)?.id).toBe("linear@1");
  });

  it("is not answered by a model that lacks one feature of the input", () => {
    for (const missing of ["HouseAge", "AveBedrms", "Population", "Latitude", "Longitude"]) {
      const present = featureSetOf(ALL_COLUMNS.filter((column) => column !== missing));
      expect(catalogue.best(present)?.id).toBe("linear@1");
    }
  });

  it("is answered by none where the input carries too little", () => {
    expect(catalogue.best(featureSetOf(["MedInc"]))).toBeUndefined();
    expect(new ModelCatalogue([]).best(ALL)).toBeUndefined();
  });

  it("is answered by the newer version where two are equally good", () => {
    const equals = [
      modelVariant("linear", 1, 0.8),
      modelVariant("linear", 10, 0.8),
      modelVariant("linear", 2, 0.8),
    ];
    expect(new ModelCatalogue(equals).best(ALL)?.id).toBe("linear@10");
  });

  it("is answered by the same model in whatever order the models were loaded", () => {
    const models = [...catalogue.models];
    fc.assert(
      fc.property(fc.shuffledSubarray(models, { minLength: models.length }), (shuffled) => {
        const other = new ModelCatalogue(shuffled);
        expect(other.best(ALL)?.id).toBe("linear@2");
        expect(other.models.map(({ id }) => id)).toEqual(["linear@1", "linear@2", "linear@3", "other@1"]);
      }),
    );
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

  it("is answered by the newest of the name where it names no version, be it better or not", () => {
    expect(catalogue.find({ name: "linear" })?.id).toBe("linear@10");
    expect(catalogue.find({ name: "linear", version: null })?.id).toBe("linear@10");
  });

  it("is answered by none where there is none", () => {
    expect(catalogue.find({ name: "linear", version: 1 })).toBeUndefined();
    expect(catalogue.find({ name: "Linear" })).toBeUndefined();
    expect(catalogue.find({ name: "__proto__" })).toBeUndefined();
  });
});
