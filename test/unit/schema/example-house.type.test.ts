import { graphql } from "graphql";
import { isNumberLike } from "../../../model/file/trained-feature";
import { Model } from "../../../model/model";
import { ModelCatalogue } from "../../../model/registry/catalogue";
import { buildSchema } from "../../../schema/build-schema";
import { type ExampleHouse, exampleHouses, MAX_EXAMPLES } from "../../../schema/example-house.type";
import { committedModels } from "../../support/committed-models";
import { modelOfHouses } from "../../support/exportable-models";

const QUERY = `query ($input: HouseFeaturesInput!, $model: ModelSelector) {
  predictHousePrice(input: $input, model: $model) { predictedHousePrice }
}`;

/** The prices that a model's examples have in the API. */
async function pricesOf(catalogue: ModelCatalogue, { name, version }: { name: string; version: number }) {
  const schema = buildSchema(catalogue.models[0].table);
  const contextValue = { catalogue, recorder: undefined };
  const source = `{ modelInfo(model: { name: "${name}", version: ${version} }) { examples { kind input } } }`;
  const { data, errors } = await graphql({ schema, source, contextValue });
  expect(errors).toBeUndefined();
  const { examples } = JSON.parse(JSON.stringify(data)).modelInfo as { examples: ExampleHouse[] };
  const prices = new Map<string, number>();
  for (const { kind, input } of examples) {
    const variableValues = { input, model: { name, version } };
    const answer = await graphql({ schema, source: QUERY, variableValues, contextValue });
    expect(answer.errors).toBeUndefined();
    prices.set(kind, JSON.parse(JSON.stringify(answer.data)).predictHousePrice.predictedHousePrice);
  }
  return prices;
}

describe("the examples of a model", () => {
  it("are test rows that the API answers with the predictions of the model file", async () => {
    const catalogue = new ModelCatalogue(await committedModels());
    for (const { file } of catalogue.models) {
      const golden = file.golden.map(({ prediction }) => prediction).sort((a, b) => a - b);
      const prices = await pricesOf(catalogue, file);
      expect(prices.get("CHEAP")).toBeCloseTo(golden[0], 9);
      expect(prices.get("EXPENSIVE")).toBeCloseTo(golden[golden.length - 1], 9);
      expect(prices.get("TYPICAL")).toBeCloseTo(golden[Math.floor(golden.length / 2)], 9);
    }
  });

  it("have enums, dates and missing values in the form of the input", async () => {
    const { model } = await modelOfHouses("linear");
    const prices = await pricesOf(new ModelCatalogue([model]), model.file);
    expect(prices.size).toBeGreaterThanOrEqual(3);
    const [{ input }] = exampleHouses(model);
    expect(input).toMatchObject({
      sold: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      district: expect.any(String),
    });
  });

  it("are none without verified rows, and no unusual one if all are usual", async () => {
    const { model } = await modelOfHouses("linear");
    const withGolden = (golden: typeof model.file.golden) =>
      exampleHouses(new Model({ ...model.file, golden }, model.sha256)).map(({ kind }) => kind);
    const [row] = model.file.golden;
    // Medians, and the categories of a row.
    const features = model.file.features.map((each, i) =>
      isNumberLike(each) ? each.quantiles[(each.quantiles.length - 1) / 2] : row.features[i],
    );
    const usual = [1, 2, 3, 4, 5].map((prediction) => ({ features, prediction }));
    expect(withGolden([])).toEqual([]);
    expect(withGolden(usual)).toEqual(["typical", "expensive", "cheap"]);
    const unusual = features.map((each, i) => (isNumberLike(model.file.features[i]) ? 1e6 : each));
    expect(withGolden([...usual, { features: unusual, prediction: 2.5 }])).toContain("unusual");
  });

  it("are different houses, and no more than their kinds", async () => {
    for (const model of await committedModels()) {
      const examples = exampleHouses(model);
      expect(examples.length).toBeLessThanOrEqual(MAX_EXAMPLES);
      expect(new Set(examples.map(({ input }) => JSON.stringify(input))).size).toBe(examples.length);
      expect(exampleHouses(model)).toBe(examples);
    }
  });
});
