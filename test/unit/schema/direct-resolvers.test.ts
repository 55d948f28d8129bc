import "reflect-metadata";
import { type GraphQLSchema, graphql, isObjectType, isUnionType, buildSchema as parseSchema } from "graphql";
import { ModelCatalogue } from "../../../model/registry/catalogue";
import { buildSchema } from "../../../schema/build-schema";
import { useDirectResolvers } from "../../../schema/direct-resolvers";
import { defineHousePriceResolver } from "../../../schema/house-price.resolver";
import { defineModelInfoResolver } from "../../../schema/model-info.resolver";
import { withOwnMetadata } from "../../../schema/own-metadata";
import { CALIFORNIA } from "../../support/california";
import { modelVariant } from "../../support/model-variants";

const QUERY = `query ($first: Int) {
  predictHousePrice(input: { medInc: 5, aveRooms: 6, aveOccup: 3 }) {
    predictedHousePrice
    model { name }
    interval(coverage: 0.8) { coverage }
    usual: interval { coverage }
    contributions(first: $first) { label }
  }
  named: predictHousePrice(input: { medInc: 5, aveRooms: 6, aveOccup: 3 }, model: { name: "worse" }) { model { name } }
  predictHousePrices(inputs: [{ medInc: 5, aveRooms: 6, aveOccup: 0 }, { medInc: 5, aveRooms: 6, aveOccup: 1 }]) {
    __typename
  }
  namedAll: predictHousePrices(
    inputs: [{ medInc: 5, aveRooms: 6, aveOccup: 1 }]
    model: { name: "worse" }
  ) { ... on HousePricePrediction { model { name } } }
  modelInfo { name }
  other: modelInfo(model: { name: "worse" }) { name }
  models { name }
}`;

async function answerTo(variableValues: object): Promise<unknown> {
  const catalogue = new ModelCatalogue([modelVariant("better", 1, 0.5), modelVariant("worse", 1, 0.9)]);
  const { data, errors } = await graphql({
    schema: buildSchema(CALIFORNIA),
    source: QUERY,
    contextValue: { catalogue },
    variableValues: { ...variableValues },
  });
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data));
}

describe("the fields of the schema", () => {
  it("are resolved with their arguments", async () => {
    expect(await answerTo({ first: 1 })).toEqual({
      predictHousePrice: {
        predictedHousePrice: expect.any(Number),
        model: { name: "better" },
        interval: { coverage: 0.8 },
        usual: { coverage: 0.9 },
        contributions: [{ label: expect.any(String) }, { label: "the other 2" }],
      },
      named: { model: { name: "worse" } },
      predictHousePrices: [{ __typename: "InvalidHouseFeatures" }, { __typename: "HousePricePrediction" }],
      namedAll: [{ model: { name: "worse" } }],
      modelInfo: { name: "better" },
      other: { name: "worse" },
      models: [{ name: "better" }, { name: "worse" }],
    });
  });

  it("have all contributions if no number is given", async () => {
    expect(await answerTo({})).toMatchObject({ predictHousePrice: { contributions: { length: 3 } } });
  });

  it("have no resolver but for those with arguments", () => {
    const schema = buildSchema(CALIFORNIA);
    const types = Object.values(schema.getTypeMap()).filter(isObjectType);
    const resolved = types
      .filter((type) => type !== schema.getQueryType() && !type.name.startsWith("__"))
      .flatMap((type) => Object.values(type.getFields()).map((field) => [type.name, field] as const))
      .flatMap(([type, { name, resolve }]) => (resolve ? `${type}.${name}` : []));

    expect(resolved).toEqual(["HousePricePrediction.interval", "HousePricePrediction.contributions"]);
  });

  it("tell which arguments they accept", () => {
    const type = buildSchema(CALIFORNIA).getType("HousePricePrediction");
    const accepts = (field: string) =>
      isObjectType(type) && type.getFields()[field].args[0].extensions.accepts;
    const coverage = accepts("interval");
    const first = accepts("contributions");

    expect([0.5, 0.4].map((value) => typeof coverage === "function" && coverage(value))).toEqual([
      true,
      false,
    ]);
    expect([1, 0].map((value) => typeof first === "function" && first(value))).toEqual([true, false]);
  });
});

describe("a schema that lacks what has a resolver", () => {
  const QUERIES = `type Query {
    predictHousePrice(a: Int): Int
    predictHousePrices(a: Int): HousePriceResult
    modelInfo: Int
    models: Int
  }`;
  const PREDICTION = `type HousePricePrediction {
    interval(coverage: Float): Int
    contributions(first: Int): Int
  }`;
  const UNION = "union HousePriceResult = HousePricePrediction";

  const use = (text: string): GraphQLSchema =>
    withOwnMetadata(() => {
      const prices = new (defineHousePriceResolver(CALIFORNIA))();
      const infos = new (defineModelInfoResolver(CALIFORNIA))();
      return useDirectResolvers(parseSchema(text), prices, infos);
    });

  it("is refused by what it lacks", () => {
    const other = "type HousePriceResult { a: Int }";
    expect(() => use(`${QUERIES} ${other}`)).toThrow("The schema lacks a type that has resolvers.");
    expect(() => use(`${QUERIES} ${UNION} ${PREDICTION.replace("coverage", "share")}`)).toThrow(
      "The schema lacks the argument coverage of interval.",
    );
    expect(() => use(`${QUERIES} ${UNION} ${PREDICTION.replace("first", "top")}`)).toThrow(
      "The schema lacks the argument first of contributions.",
    );
    expect(() => use(`${QUERIES} ${other} ${PREDICTION}`)).toThrow("The schema lacks the union of results.");
    expect(() => use(`${QUERIES} ${UNION} ${PREDICTION} type Other { some(a: Int): Int }`)).toThrow(
      "Other.some has no direct resolver.",
    );
  });

  it("is accepted, and has its resolvers, if it lacks nothing", () => {
    const schema = use(`${QUERIES} ${UNION} ${PREDICTION} type Other { some: Int }`);
    const union = schema.getType("HousePriceResult");

    expect(Object.values(schema.getQueryType()?.getFields() ?? {}).every(({ resolve }) => resolve)).toBe(
      true,
    );
    expect(isUnionType(union) && typeof union.resolveType).toBe("function");
  });
});
