import { graphql } from "graphql";
import { Basis } from "../../model/estimators/smooth/basis";
import { clip } from "../../model/range";
import { ModelCatalogue } from "../../model/registry/catalogue";
import { buildSchema } from "../../schema/build-schema";
import { spatial } from "../../training/smooth/smooth-trainers";
import { trainTestSplit } from "../../training/split";
import { CALIFORNIA } from "../support/california";
import { committedSpatial } from "../support/committed-spatial";
import { housingRows } from "../support/read-rows";

const { model, estimator } = committedSpatial();

/** Asks the schema as the server does. */
async function ask(source: string, variableValues: { [name: string]: unknown } = {}) {
  const contextValue = { catalogue: new ModelCatalogue([model]) };
  const { data, errors } = await graphql({
    schema: buildSchema(CALIFORNIA),
    source,
    variableValues,
    contextValue,
  });
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data));
}

/** The test rows of the documented split, and their features as GraphQL inputs. */
async function testRows() {
  const table = await housingRows(trainTestSplit(20_640, 0.2, 42).test);
  const inputs = Array.from(table.target, (_, i) =>
    Object.fromEntries(
      CALIFORNIA.features.map(({ apiName }, j) => [apiName, table.rows[i * CALIFORNIA.width + j]]),
    ),
  );
  return { table, inputs };
}

describe("when the test rows are asked for over GraphQL", () => {
  it("answers what the training code computes, to 1e-9 on each", async () => {
    const { table, inputs } = await testRows();
    const { predictHousePrices: answers } = await ask(
      `query ($inputs: [HouseFeaturesInput!]!) {
        predictHousePrices(inputs: $inputs) {
          ... on HousePricePrediction { predictedHousePrice unclippedHousePrice model { name version } }
        }
      }`,
      { inputs },
    );
    const basis = new Basis(estimator.basis, CALIFORNIA);
    const columns = new Float64Array(basis.size);
    expect(answers).toHaveLength(4128);
    let farthest = 0;
    for (let i = 0; i < answers.length; i++) {
      basis.read(table.rows, i * CALIFORNIA.width);
      basis.write(columns);
      const unclipped = columns.reduce(
        (sum, column, j) => sum + column * estimator.coefficients[j],
        estimator.intercept,
      );
      farthest = Math.max(
        farthest,
        Math.abs(answers[i].unclippedHousePrice - unclipped),
        Math.abs(answers[i].predictedHousePrice - clip(unclipped, estimator.clip.min, estimator.clip.max)),
      );
    }
    expect(farthest).toBeLessThanOrEqual(1e-9);
    expect(answers[0].model).toEqual({ name: "spatial", version: 1 });
  });
});

describe("when a prediction of spatial is explained over GraphQL", () => {
  it("names groups of features, without a value where several act together", async () => {
    const { inputs } = await testRows();
    const { predictHousePrice: answer } = await ask(
      `query ($input: HouseFeaturesInput!) {
        predictHousePrice(input: $input) {
          unclippedHousePrice baseline contributions { label features value contribution }
        }
      }`,
      { input: inputs[0] },
    );
    const byLabel = new Map(answer.contributions.map((each: { label: string }) => [each.label, each]));
    expect(byLabel.get("income")).toMatchObject({ features: ["medInc"], value: inputs[0].medInc });
    expect(byLabel.get("location")).toMatchObject({ features: ["latitude", "longitude"], value: null });
    expect(byLabel.get("income × rooms")).toMatchObject({ features: ["medInc", "aveRooms"], value: null });
    const sum = answer.contributions.reduce(
      (sum: number, { contribution }: { contribution: number }) => sum + contribution,
      answer.baseline,
    );
    expect(Math.abs(sum - answer.unclippedHousePrice)).toBeLessThanOrEqual(1e-9);
  });
});

describe("when spatial is described over GraphQL", () => {
  it("has no coefficients, but penalties, the size of its basis and both cross-validations", async () => {
    const { modelInfo } = await ask(
      `{ modelInfo(model: { name: "spatial" }) {
        algorithm intercept basisSize penalties { terms penalty } features { name coefficient }
        metrics { crossValidation { folds rmse } }
      } }`,
    );
    expect(modelInfo.algorithm).toBe(spatial.description);
    expect(modelInfo.intercept).toBe(estimator.intercept);
    expect(modelInfo.basisSize).toBe(estimator.coefficients.length);
    expect(modelInfo.features.map(({ coefficient }: { coefficient: null }) => coefficient)).toEqual(
      new Array(8).fill(null),
    );
    expect(modelInfo.penalties).toEqual([
      { terms: "one feature", penalty: 0.03 },
      { terms: "location", penalty: 0.55 },
      { terms: "two features", penalty: 0.5 },
      { terms: "a feature × location", penalty: 2 },
    ]);
    const folds = modelInfo.metrics.crossValidation.map(({ folds }: { folds: string }) => folds);
    expect(folds).toEqual(["RANDOM", "SPATIAL_BLOCK"]);
  });
});
