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
    "query PageModels {\n  models {\n    name\n    version\n    isDefault\n    reason\n    note\n    target {\n      label\n      unit\n      currency\n      scale\n      description\n    }\n    columns {\n      apiName\n      isRead\n    }\n  }\n}\n\nquery PageColumns($model: ModelSelector) {\n  modelInfo(model: $model) {\n    columns {\n      apiName\n      label\n      type\n      unit\n      description\n      required\n      missingShare\n      min\n      max\n      quantiles\n      categories {\n        text\n        enumValue\n        rows\n      }\n    }\n  }\n}\n\nquery Price($input: HouseFeaturesInput!, $model: ModelSelector, $coverage: Float!) {\n  predictHousePrice(input: $input, model: $model) {\n    predictedHousePrice\n    baseline\n    interval(coverage: $coverage) {\n      lower\n      upper\n    }\n    contributions(first: 8) {\n      label\n      displayValue\n      contribution\n    }\n    warnings {\n      code\n      feature\n      message\n    }\n    model {\n      name\n      version\n    }\n  }\n}\n\nquery Curve($inputs: [HouseFeaturesInput!]!, $model: ModelSelector, $coverage: Float!) {\n  predictHousePrices(inputs: $inputs, model: $model) {\n    __typename\n    ... on HousePricePrediction {\n      predictedHousePrice\n      interval(coverage: $coverage) {\n        lower\n        upper\n      }\n    }\n  }\n}\n": typeof types.PageModelsDocument,
};
const documents: Documents = {
    "query PageModels {\n  models {\n    name\n    version\n    isDefault\n    reason\n    note\n    target {\n      label\n      unit\n      currency\n      scale\n      description\n    }\n    columns {\n      apiName\n      isRead\n    }\n  }\n}\n\nquery PageColumns($model: ModelSelector) {\n  modelInfo(model: $model) {\n    columns {\n      apiName\n      label\n      type\n      unit\n      description\n      required\n      missingShare\n      min\n      max\n      quantiles\n      categories {\n        text\n        enumValue\n        rows\n      }\n    }\n  }\n}\n\nquery Price($input: HouseFeaturesInput!, $model: ModelSelector, $coverage: Float!) {\n  predictHousePrice(input: $input, model: $model) {\n    predictedHousePrice\n    baseline\n    interval(coverage: $coverage) {\n      lower\n      upper\n    }\n    contributions(first: 8) {\n      label\n      displayValue\n      contribution\n    }\n    warnings {\n      code\n      feature\n      message\n    }\n    model {\n      name\n      version\n    }\n  }\n}\n\nquery Curve($inputs: [HouseFeaturesInput!]!, $model: ModelSelector, $coverage: Float!) {\n  predictHousePrices(inputs: $inputs, model: $model) {\n    __typename\n    ... on HousePricePrediction {\n      predictedHousePrice\n      interval(coverage: $coverage) {\n        lower\n        upper\n      }\n    }\n  }\n}\n": types.PageModelsDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query PageModels {\n  models {\n    name\n    version\n    isDefault\n    reason\n    note\n    target {\n      label\n      unit\n      currency\n      scale\n      description\n    }\n    columns {\n      apiName\n      isRead\n    }\n  }\n}\n\nquery PageColumns($model: ModelSelector) {\n  modelInfo(model: $model) {\n    columns {\n      apiName\n      label\n      type\n      unit\n      description\n      required\n      missingShare\n      min\n      max\n      quantiles\n      categories {\n        text\n        enumValue\n        rows\n      }\n    }\n  }\n}\n\nquery Price($input: HouseFeaturesInput!, $model: ModelSelector, $coverage: Float!) {\n  predictHousePrice(input: $input, model: $model) {\n    predictedHousePrice\n    baseline\n    interval(coverage: $coverage) {\n      lower\n      upper\n    }\n    contributions(first: 8) {\n      label\n      displayValue\n      contribution\n    }\n    warnings {\n      code\n      feature\n      message\n    }\n    model {\n      name\n      version\n    }\n  }\n}\n\nquery Curve($inputs: [HouseFeaturesInput!]!, $model: ModelSelector, $coverage: Float!) {\n  predictHousePrices(inputs: $inputs, model: $model) {\n    __typename\n    ... on HousePricePrediction {\n      predictedHousePrice\n      interval(coverage: $coverage) {\n        lower\n        upper\n      }\n    }\n  }\n}\n"): typeof import('./graphql').PageModelsDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
