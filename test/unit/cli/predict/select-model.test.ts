import { selectModelForFile } from "../../../../cli/predict/select-model";
import { ModelCatalogue, type ModelSelection } from "../../../../model/registry/catalogue";
import { CsvRecords } from "../../../../model/table/csv-records";
import { readHeader } from "../../../../model/table/header";
import { CALIFORNIA } from "../../../support/california";
import { modelVariant, variantOf } from "../../../support/model-variants";
import { refusalOf } from "../../../support/refusal";

const THREE = "medInc,AveRooms,aveOccup";
const ALL = `${THREE},HouseAge,AveBedrms,Population,Latitude,Longitude`;

/** The model that is taken for a file with these columns. */
function modelFor(columns: string, selection?: ModelSelection, names = ["small", "large"]): string {
  const small = modelVariant("small", 1, 0.9);
  const large = modelVariant("large", 2, 0.7, 8);
  const features = large.file.features.map((each) =>
    each.name === "MedInc" ? { ...each, missing: 5 } : each,
  );
  const models = [small, large, variantOf(modelVariant("other", 1, 0.8, 8), { features })];
  const catalogue = new ModelCatalogue(models.filter(({ file }) => names.includes(file.name)));
  const [record] = [...new CsvRecords().push(`${columns}\n`)];
  return selectModelForFile(catalogue, selection, readHeader(record, CALIFORNIA.features, "houses.csv")).id;
}

describe("the model for a file", () => {
  it("is the best that the columns allow", () => {
    expect(modelFor(THREE)).toBe("small@1");
    expect(modelFor(ALL)).toBe("large@2");
    expect(modelFor("id,Latitude,aveOccup,AveRooms,medInc")).toBe("small@1");
  });

  it("is the one that is named", () => {
    expect(modelFor(ALL, { name: "small" })).toBe("small@1");
  });

  it("is refused by name if there is none", async () => {
    expect((await refusalOf(() => modelFor(ALL, { name: "none" }))).code).toBe("MODEL_UNKNOWN");
  });

  it("is refused with the columns that the named one lacks, and no others", async () => {
    const { code, message } = await refusalOf(() =>
      modelFor(`${THREE},HouseAge,AveBedrms,Population`, { name: "large" }),
    );

    expect(code).toBe("COLUMNS_MISSING");
    expect(message).toContain("has no column Latitude, Longitude, which large@2 needs.");
  });

  it("is refused with the columns of the one that lacks the fewest, if none can answer", async () => {
    const ofTwo = await refusalOf(() => modelFor("medInc,aveOccup"));
    expect(ofTwo.message).toContain("AveRooms, which small@1 needs");
    const ofOthers = await refusalOf(() => modelFor("HouseAge", undefined, ["large", "other"]));
    expect(ofOthers.message).toContain("which other@1 needs");
  });
});
