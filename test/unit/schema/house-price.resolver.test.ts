import "reflect-metadata";
import type { Model } from "../../../model/model";
import { ModelCatalogue } from "../../../model/registry/catalogue";
import type { GraphQLContext } from "../../../schema/context";
import { defineHousePriceResolver } from "../../../schema/house-price.resolver";
import { InvalidHouseFeatures } from "../../../schema/house-price-result.union";
import { InputRows } from "../../../schema/input-values";
import { InputProblem, InvalidInputError } from "../../../schema/invalid-input.error";
import { withOwnMetadata } from "../../../schema/own-metadata";
import { CALIFORNIA } from "../../support/california";
import { modelVariant } from "../../support/model-variants";

const HOUSE = { medInc: 5, aveRooms: 6, aveOccup: 3 };
const COMPLETE = { ...HOUSE, houseAge: 20, aveBedrms: 1, population: 1000, latitude: 34, longitude: -118 };

let small: Model;
let large: Model;
let context: GraphQLContext;
let told: unknown[];
let resolver: InstanceType<ReturnType<typeof defineHousePriceResolver>>;

beforeEach(() => {
  small = modelVariant("small", 1, 0.8);
  large = modelVariant("large", 2, 0.7, 8);
  told = [];
  context = {
    catalogue: new ModelCatalogue([small, large]),
    recorder: {
      predicted: ({ id }, _rows, offset, prediction) => void told.push([id, offset, prediction]),
      batched: (rows, firstRow) => void told.push(["batch", rows, firstRow]),
    },
  };
  resolver = withOwnMetadata(() => new (defineHousePriceResolver(CALIFORNIA))());
});

const priceOf = (model: Model, input: object) =>
  model.predict(new InputRows(CALIFORNIA).from([{ ...input }]), 0);

describe("a prediction of one row", () => {
  it("is of the best model whose features it has, or of the selected one, and is recorded", () => {
    expect(resolver.predictHousePrice(context, HOUSE, null).predictedHousePrice).toBe(priceOf(small, HOUSE));
    expect(resolver.predictHousePrice(context, COMPLETE, null).predictedHousePrice).toBe(
      priceOf(large, COMPLETE),
    );
    resolver.predictHousePrice(context, COMPLETE, { name: "small" });

    expect(told).toEqual([
      ["small@1", 0, priceOf(small, HOUSE)],
      ["large@2", 0, priceOf(large, COMPLETE)],
      ["small@1", 0, priceOf(small, HOUSE)],
    ]);
  });

  it("needs no recorder", () => {
    const { catalogue } = context;
    expect(resolver.predictHousePrice({ catalogue }, HOUSE, null).model.name).toBe("small");
  });

  it.each([
    ["a value out of its domain", { ...HOUSE, aveOccup: 0 }, null, "input.aveOccup"],
    ["too few features for the model", HOUSE, { name: "large" }, "input.houseAge"],
    ["a model that is not there", HOUSE, { name: "none" }, "model"],
  ])("is refused for %s", (_what, input, selector, path) => {
    expect.assertions(3);
    try {
      resolver.predictHousePrice(context, input, selector);
    } catch (error) {
      if (!(error instanceof InvalidInputError)) throw error;
      expect(error.fields[0].path).toBe(path);
      expect(error.message).toContain(error.fields[0].path === "model" ? "There is no model" : path.slice(6));
    }
    expect(told).toEqual([]);
  });
});

describe("predictions of a batch", () => {
  it("are in the order of the inputs, and an invalid row does not affect the others", () => {
    const inputs = [HOUSE, { ...HOUSE, aveOccup: 0 }, COMPLETE];
    const results = resolver.predictHousePrices(context, inputs, null);
    const { width } = CALIFORNIA;

    expect(results[1]).toBeInstanceOf(InvalidHouseFeatures);
    expect(results[1]).toMatchObject({ index: 1, fields: [{ path: "inputs[1].aveOccup" }] });
    expect(told).toEqual([
      ["batch", 3, 0],
      ["small@1", 0, priceOf(small, HOUSE)],
      ["large@2", 2 * width, priceOf(large, COMPLETE)],
    ]);
    expect(results[2]).toMatchObject({ predictedHousePrice: priceOf(large, COMPLETE) });
  });

  it("are numbered from the first row of their block", () => {
    const [result] = resolver.predictHousePrices(
      { ...context, firstRow: 40 },
      [{ ...HOUSE, medInc: -1 }],
      null,
    );

    expect(result).toMatchObject({ index: 40, fields: [{ path: "inputs[40].medInc" }] });
    expect(told).toEqual([["batch", 1, 40]]);
  });

  it("are refused as a whole if there is no such model", () => {
    const attempt = () => resolver.predictHousePrices(context, [HOUSE], { name: "none" });

    expect(attempt).toThrow(InvalidInputError);
    expect(told).toEqual([]);
  });

  it("need no recorder", () => {
    const { catalogue } = context;
    expect(resolver.predictHousePrices({ catalogue }, [HOUSE], { name: "small" })).toHaveLength(1);
  });
});

it("a row that is checked already is a problem if no model can answer it", () => {
  const rows = new Float64Array(CALIFORNIA.width).fill(Number.NaN);

  expect(resolver.predictChecked(context, null, rows, 0, "here")).toBeInstanceOf(InputProblem);
  expect(resolver.predictChecked(context, { name: "small" }, rows, 0, "here")).toMatchObject({
    message: "small@1 also needs medInc, aveRooms, aveOccup.",
    fields: [{ path: "here.medInc" }, { path: "here.aveRooms" }, { path: "here.aveOccup" }],
  });
});
