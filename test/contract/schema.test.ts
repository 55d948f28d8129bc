import { readFileSync } from "node:fs";
import {
  type GraphQLSchema,
  isInputObjectType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  parse,
  validate,
} from "graphql";
import { buildSchema } from "../../schema/build-schema";
import { CALIFORNIA } from "../support/california";
import { EXAMPLE_QUERY } from "../support/example-query";
import { ask, dataOf } from "../support/graphql-request";
import { startServer } from "../support/server";

let schema: GraphQLSchema;

beforeAll(() => {
  schema = buildSchema(CALIFORNIA);
});

/** The schema's own types, and what each describes itself as. */
function* described(): Generator<[name: string, description: string | null | undefined]> {
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith("__") || isSpecifiedScalarType(type)) continue;
    if (type !== schema.getQueryType()) yield [type.name, type.description];
    if (!isObjectType(type) && !isInputObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      yield [`${type.name}.${field.name}`, field.description];
      if (!("args" in field)) continue;
      for (const arg of field.args) yield [`${type.name}.${field.name}(${arg.name})`, arg.description];
    }
  }
}

/** The fields of a type, as `name: Type`. */
function fieldsOf(name: string): string[] {
  const type = schema.getType(name);
  if (!isObjectType(type) && !isInputObjectType(type)) throw new Error(`There is no type ${name}.`);
  return Object.values(type.getFields()).map((field) => `${field.name}: ${field.type}`);
}

describe("the schema", () => {
  it("describes every type, field and argument", () => {
    const without = [...described()].filter(([, description]) => !description).map(([name]) => name);
    expect(without).toEqual([]);
    expect([...described()].length).toBeGreaterThan(50);
  });

  it("has no scalars but GraphQL's own, DateTime, and JSON objects for inputs to begin with", () => {
    const scalars = Object.values(schema.getTypeMap()).filter(isScalarType);
    expect(scalars.filter((type) => !isSpecifiedScalarType(type)).map(String)).toEqual([
      "DateTime",
      "JSONObject",
    ]);
  });

  it.each([
    ["HouseFeaturesInput", ["medInc: Float!", "aveRooms: Float!", "aveOccup: Float!", "houseAge: Float"]],
    ["HouseFeaturesInput", ["aveBedrms: Float", "population: Float", "latitude: Float", "longitude: Float"]],
    ["ModelSelector", ["name: String!", "version: Int"]],
    ["Query", ["predictHousePrice: HousePricePrediction!", "modelInfo: ModelInfo!", "models: [ModelInfo!]!"]],
    [
      "HousePricePrediction",
      ["predictedHousePrice: Float!", "predictedHousePriceUsd: Float!", "model: ModelRef!"],
    ],
    [
      "ModelInfo",
      ["name: String!", "version: Int!", "sha256: String!", "trainedAt: DateTime!", "intercept: Float!"],
    ],
    [
      "ModelInfo",
      ["algorithm: String!", "target: Target!", "features: [FeatureInfo!]!", "metrics: ModelMetrics!"],
    ],
    ["ModelInfo", ["trainingData: TrainingData!", "libraries: [LibraryVersion!]!"]],
  ])("has the fields of %s that clients rely on", (type, fields) => {
    expect(fieldsOf(type)).toEqual(expect.arrayContaining(fields));
  });
});

describe("the example queries", () => {
  const text = readFileSync("schema/examples.graphql", "utf8");
  const document = parse(text);
  const names = document.definitions.flatMap((definition) =>
    definition.kind === "OperationDefinition" && definition.name ? [definition.name.value] : [],
  );

  it("are valid, and begin with the one that newcomers see", () => {
    expect(validate(schema, document)).toEqual([]);
    expect(text.startsWith(EXAMPLE_QUERY)).toBe(true);
  });

  it("are answered without an error", async () => {
    const server = await startServer();
    expect(names.length).toBeGreaterThan(3);
    for (const operationName of names) {
      const response = await fetch(`${server}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query: text, operationName }),
      });
      expect(await response.json()).toEqual({ data: expect.any(Object) });
    }
  });

  it("answer in full", async () => {
    const { predictHousePrice } = dataOf(
      await ask<{ predictHousePrice: object }>(await startServer(), EXAMPLE_QUERY),
    );
    expect(predictHousePrice).toMatchObject({ model: { name: "linear", version: 1 } });
  });
});
