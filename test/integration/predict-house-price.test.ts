import { sha256 } from "../../model/file/checksum";
import { ModelCatalogue } from "../../model/registry/catalogue";
import reference from "../reference/scikit-learn.json";
import { expectParity } from "../support/closeness";
import { committedBytes } from "../support/committed-models";
import { EXAMPLE_QUERY } from "../support/example-query";
import { ask, dataOf, errorOf } from "../support/graphql-request";
import { firstLines } from "../support/housing-csv";
import { modelVariant } from "../support/model-variants";
import { startServer } from "../support/server";

interface Prediction {
  predictHousePrice: {
    predictedHousePrice: number;
    predictedHousePriceUsd: number;
    model: { name: string; version: number; sha256: string };
  };
}

const QUERY = `query Predict($input: HouseFeaturesInput!, $model: ModelSelector) {
  predictHousePrice(input: $input, model: $model) {
    predictedHousePrice predictedHousePriceUsd model { name version sha256 }
  }
}`;
const THREE = { medInc: 3.5, aveRooms: 5, aveOccup: 2 };

/** The first row of the data set. */
const [medInc, houseAge, aveRooms, aveBedrms, population, aveOccup, latitude, longitude] = firstLines(1)[1]
  .split(",")
  .map(Number);
const EIGHT = { medInc, houseAge, aveRooms, aveBedrms, population, aveOccup, latitude, longitude };

let server: string;

beforeAll(async () => {
  server = await startServer();
});

const predict = (input: object, model?: object) => ask<Prediction>(server, QUERY, { input, model });

describe("when three features are given", () => {
  it("answers the example query with scikit-learn's figure, from linear version 1", async () => {
    const { predictHousePrice } = dataOf(await ask<Prediction>(server, EXAMPLE_QUERY));
    const { prediction } = reference.models.three_features.example;
    expectParity([predictHousePrice.predictedHousePrice], [prediction]);
    expect(predictHousePrice.predictedHousePriceUsd).toBeCloseTo(prediction * 100_000, 4);
    expect(predictHousePrice.model).toEqual({
      name: "linear",
      version: 1,
      sha256: sha256(committedBytes(1)),
    });
  });

  it("says which features a named model lacks, and where they belong", async () => {
    const error = errorOf(await predict(THREE, { name: "linear", version: 2 }));
    expect(error.extensions.code).toBe("BAD_USER_INPUT");
    expect(error.message).toBe("linear@2 also needs houseAge, aveBedrms, population, latitude, longitude.");
    expect(error.extensions.fields?.map(({ path }) => path)).toEqual([
      "input.houseAge",
      "input.aveBedrms",
      "input.population",
      "input.latitude",
      "input.longitude",
    ]);
  });

  it("takes null for a feature that need not be given as one that is not given", async () => {
    const { predictHousePrice } = dataOf(await predict({ ...THREE, houseAge: null, latitude: null }));
    expect(predictHousePrice.model.version).toBe(1);
  });
});

describe("when all eight features are given", () => {
  it("answers by the named model as scikit-learn would", async () => {
    const { predictHousePrice } = dataOf(await predict(EIGHT, { name: "linear", version: 2 }));
    const { coefficients, intercept } = reference.models.eight_features;
    const expected = Object.values(EIGHT).reduce((sum, value, j) => sum + coefficients[j] * value, intercept);
    expectParity([predictHousePrice.predictedHousePrice], [expected]);
  });

  it("lets the caller name a model that reads three", async () => {
    const { predictHousePrice } = dataOf(await predict(EIGHT, { name: "linear", version: 1 }));
    expect(predictHousePrice.model).toMatchObject({ name: "linear", version: 1 });
  });

  it("takes the newest version where a model is named without one", async () => {
    const { predictHousePrice } = dataOf(await predict(EIGHT, { name: "linear" }));
    expect(predictHousePrice.model).toMatchObject({ name: "linear", version: 2 });
  });
});

describe("when the caller names no model", () => {
  it("is answered by the best of those whose features it gives", async () => {
    const models = [
      modelVariant("linear", 1, 0.84),
      modelVariant("linear", 2, 0.75, 8),
      modelVariant("other", 1, 0.7, 8),
    ];
    const other = await startServer({}, new ModelCatalogue(models));
    const answering = async (input: object) => {
      const { predictHousePrice } = dataOf(await ask<Prediction>(other, QUERY, { input }));
      return `${predictHousePrice.model.name}@${predictHousePrice.model.version}`;
    };
    expect(await answering(THREE)).toBe("linear@1");
    expect(await answering(EIGHT)).toBe("other@1");
    expect(await answering({ ...EIGHT, latitude: undefined })).toBe("linear@1");
  });

  it("is told so where no model answers with what it gives", async () => {
    const other = await startServer({}, new ModelCatalogue([modelVariant("linear", 2, 0.75, 8)]));
    const error = errorOf(await ask(other, QUERY, { input: THREE }));
    expect(error.extensions).toMatchObject({ code: "BAD_USER_INPUT", fields: [{ path: "input" }] });
    expect(error.message).toContain("linear@2");
  });
});

describe("when there is no such model", () => {
  it.each([
    [{ name: "linear", version: 99 }, "linear@99"],
    [{ name: "oracle" }, "oracle"],
  ])("is told which there are", async (model, asked) => {
    const error = errorOf(await predict(THREE, model));
    expect(error.message).toContain(`There is no model ${asked}. Available: linear@1, linear@2`);
    expect(error.extensions).toMatchObject({ code: "BAD_USER_INPUT", fields: [{ path: "model" }] });
  });
});
