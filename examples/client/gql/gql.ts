/* eslint-disable */
import * as types from './graphql';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "query PredictHousePrice($input: HouseFeaturesInput!) {\n  predictHousePrice(input: $input) {\n    predictedHousePrice\n    predictedHousePriceUsd\n    model {\n      name\n      version\n    }\n  }\n}\n": typeof types.PredictHousePriceDocument,
    "query PredictHousePrices($inputs: [HouseFeaturesInput!]!) {\n  predictHousePrices(inputs: $inputs) {\n    __typename\n    ... on HousePricePrediction {\n      predictedHousePriceUsd\n      interval(coverage: 0.9) {\n        lowerUsd\n        upperUsd\n      }\n    }\n    ... on InvalidHouseFeatures {\n      fields {\n        path\n        message\n      }\n    }\n  }\n}\n": typeof types.PredictHousePricesDocument,
};
const documents: Documents = {
    "query PredictHousePrice($input: HouseFeaturesInput!) {\n  predictHousePrice(input: $input) {\n    predictedHousePrice\n    predictedHousePriceUsd\n    model {\n      name\n      version\n    }\n  }\n}\n": types.PredictHousePriceDocument,
    "query PredictHousePrices($inputs: [HouseFeaturesInput!]!) {\n  predictHousePrices(inputs: $inputs) {\n    __typename\n    ... on HousePricePrediction {\n      predictedHousePriceUsd\n      interval(coverage: 0.9) {\n        lowerUsd\n        upperUsd\n      }\n    }\n    ... on InvalidHouseFeatures {\n      fields {\n        path\n        message\n      }\n    }\n  }\n}\n": types.PredictHousePricesDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query PredictHousePrice($input: HouseFeaturesInput!) {\n  predictHousePrice(input: $input) {\n    predictedHousePrice\n    predictedHousePriceUsd\n    model {\n      name\n      version\n    }\n  }\n}\n"): typeof import('./graphql').PredictHousePriceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query PredictHousePrices($inputs: [HouseFeaturesInput!]!) {\n  predictHousePrices(inputs: $inputs) {\n    __typename\n    ... on HousePricePrediction {\n      predictedHousePriceUsd\n      interval(coverage: 0.9) {\n        lowerUsd\n        upperUsd\n      }\n    }\n    ... on InvalidHouseFeatures {\n      fields {\n        path\n        message\n      }\n    }\n  }\n}\n"): typeof import('./graphql').PredictHousePricesDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
