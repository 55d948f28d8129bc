import "reflect-metadata";
import { ModelCatalogue } from "../../../model/registry/catalogue";
import { defineModelInfoResolver } from "../../../schema/model-info.resolver";
import { withOwnMetadata } from "../../../schema/own-metadata";
import { CALIFORNIA } from "../../support/california";
import { modelVariant } from "../../support/model-variants";

const catalogue = () =>
  new ModelCatalogue([modelVariant("b", 1, 0.9), modelVariant("a", 2, 0.8), modelVariant("c", 1, 0.7, 8)]);
const resolver = () => withOwnMetadata(() => new (defineModelInfoResolver(CALIFORNIA))());

describe("the description of models", () => {
  it("is of the one that is selected, or of the default for required features", () => {
    const context = { catalogue: catalogue() };
    const infoOf = (name?: string) => {
      const info = resolver().modelInfo(context, name === undefined ? null : { name });
      return [info.name, info.version, info.isDefault];
    };

    expect(infoOf("b")).toEqual(["b", 1, false]);
    expect(infoOf()).toEqual(["a", 2, true]);
  });

  it("is of all that are served, by name and version", () => {
    const infos = resolver().models({ catalogue: catalogue() });

    expect(infos.map(({ name, version }) => `${name}@${version}`)).toEqual(["a@2", "b@1", "c@1"]);
    expect(infos.map(({ isDefault }) => isDefault)).toEqual([true, false, false]);
  });
});
