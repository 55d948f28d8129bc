import "reflect-metadata";
import { isEnumType } from "graphql";
import type { Model } from "../../../model/model";
import { buildSchema } from "../../../schema/build-schema";
import { ColumnInfo } from "../../../schema/column-info.type";
import { CALIFORNIA } from "../../support/california";
import { EVERY_TYPE, modelOf, PLACES, tableOf } from "../../support/every-type";
import { modelVariant } from "../../support/model-variants";

jest.mock("../../../model/estimators/kinds", () => {
  const { ESTIMATOR_KINDS } = jest.requireActual("../../../model/estimators/kinds");
  return { ESTIMATOR_KINDS: [...ESTIMATOR_KINDS, jest.requireActual("../../support/weights-kind").weights] };
});

let model: Model;

beforeEach(() => {
  model = modelOf(tableOf(EVERY_TYPE));
});

/** All that is told of a column. */
function infoOf(name: string, of = model) {
  const info = new ColumnInfo(of.table.features[of.table.indexOf(name)], of);
  const { isRead, isNeeded, missingShare, categories, min, max, mean, quantiles } = info;
  return { info, isRead, isNeeded, missingShare, categories, min, max, mean, quantiles };
}

const shareOf = (rows: number) => rows / model.file.trainingData.trainRows;

describe("what is told of a column", () => {
  it("is what the table says of it", () => {
    expect(infoOf("Area").info).toMatchObject({
      name: "Area",
      apiName: "area",
      label: "Area",
      type: "number",
      role: "feature",
      unit: "m²",
      description: null,
      required: true,
    });
    expect(infoOf("Rooms").info).toMatchObject({ type: "integer", unit: null, required: false });
    expect(infoOf("Sold").info.type).toBe("date");
  });

  it.each([
    ["Latitude", "latitude"],
    ["Longitude", "longitude"],
    ["MedInc", "feature"],
  ])("has its role: %s", (name, role) => {
    const { info } = infoOf(name, modelVariant("a", 1, 1));
    expect(info.role).toBe(role);
    expect(info.description).toBe(CALIFORNIA.features[CALIFORNIA.indexOf(name)].description ?? null);
  });

  it("of numbers has their statistics, and no categories", () => {
    expect(infoOf("Rooms")).toMatchObject({
      isRead: true,
      isNeeded: false,
      missingShare: shareOf(10),
      categories: null,
      min: 1,
      max: 20,
      mean: 10,
      quantiles: Array.from({ length: 19 }, (_, i) => i + 1),
    });
    expect(infoOf("Area")).toMatchObject({ isNeeded: true, missingShare: 0 });
  });

  it("of a few categories has their enum values and their rows, and no statistics", () => {
    expect(infoOf("Garage")).toMatchObject({
      isNeeded: false,
      missingShare: shareOf(10),
      categories: [
        { text: "none", enumValue: "NONE", rows: 0 },
        { text: "one car", enumValue: "ONE_CAR", rows: 1 },
        { text: "two cars", enumValue: "TWO_CARS", rows: 2 },
      ],
      min: null,
      max: null,
      mean: null,
      quantiles: null,
    });
  });

  it("of many categories has no enum values", () => {
    const { categories } = infoOf("Place");
    expect(categories).toHaveLength(PLACES.length);
    expect(categories?.[7]).toEqual({ text: "Place 7", enumValue: null, rows: 7 });
  });

  it("of true and false has no categories", () => {
    expect(infoOf("Garden").categories).toBeNull();
  });

  it("that stands for a missing value is not needed", () => {
    const features = model.file.features.map((each) => ({ ...each, missing: 0 }));
    const complete = Object.assign(Object.create(model), { file: { ...model.file, features } });
    expect(infoOf("Garage", complete).isNeeded).toBe(false);
    expect(infoOf("Style", complete).isNeeded).toBe(true);
    expect(infoOf("Rooms", complete).isNeeded).toBe(true);
  });
});

describe("a column that the model does not read", () => {
  it("has nothing of the training rows", () => {
    const { info, ...told } = infoOf("HouseAge", modelVariant("a", 1, 1));
    expect(info.apiName).toBe("houseAge");
    expect(told).toEqual({
      isRead: false,
      isNeeded: false,
      missingShare: null,
      categories: null,
      min: null,
      max: null,
      mean: null,
      quantiles: null,
    });
  });

  it("has its categories, without their rows", () => {
    const features = model.file.features.filter(({ name }) => name !== "Garage");
    const other = Object.assign(Object.create(model), { file: { ...model.file, features } });
    expect(infoOf("Garage", other).categories?.[1]).toEqual({
      text: "one car",
      enumValue: "ONE_CAR",
      rows: null,
    });
  });
});

describe("the types and roles of columns", () => {
  it.each([
    ["ColumnType", ["NUMBER", "INTEGER", "BOOLEAN", "CATEGORY", "DATE", "YEAR"]],
    ["ColumnRole", ["FEATURE", "LATITUDE", "LONGITUDE"]],
  ])("are values of %s, which stand for themselves and have a description", (name, values) => {
    const type = buildSchema(CALIFORNIA).getType(name);
    if (!isEnumType(type)) throw new Error(`There is no enum ${name}.`);
    expect(type.getValues().map((each) => each.name)).toEqual(values);
    for (const each of type.getValues()) {
      expect(each.value).toBe(each.name.toLowerCase());
      expect(each.description).toMatch(/^[A-Z].*\.$/);
    }
  });
});
