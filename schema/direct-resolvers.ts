import {
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
  isObjectType,
  isUnionType,
} from "graphql";
import type { GraphQLContext } from "./context";
import type { defineHousePriceResolver } from "./house-price.resolver";
import { type HousePricePrediction, isCoverage, isFirst } from "./house-price-prediction.type";
import { InvalidHouseFeatures } from "./house-price-result.union";
import type { InputValues } from "./input-values";
import type { defineModelInfoResolver } from "./model-info.resolver";
import type { ModelSelector } from "./model-selector.input";

interface ModelArguments {
  readonly model?: ModelSelector | null;
}

type Resolve<Arguments = object> = GraphQLFieldResolver<unknown, GraphQLContext, Arguments>;
type ResolveOfPrediction<Arguments> = GraphQLFieldResolver<HousePricePrediction, GraphQLContext, Arguments>;

const PREDICTION = "HousePricePrediction";

/**
 * Replaces type-graphql's resolver wrappers, which take most of the time of a prediction: they create a copy and a promise per argument,
 * and a closure and an array per field and row.
 *
 * The schema and the methods that answer stay the same:
 * - Root fields call their resolver with the arguments as coerced by graphql-js; the input classes have no methods, so plain objects
 *   serve as well.
 * - A field with arguments calls the method of its source.
 * - A field without arguments uses graphql-js's default resolver.
 */
export function useDirectResolvers(
  schema: GraphQLSchema,
  prices: InstanceType<ReturnType<typeof defineHousePriceResolver>>,
  infos: InstanceType<ReturnType<typeof defineModelInfoResolver>>,
): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isObjectType(type) && type !== schema.getQueryType() && !type.name.startsWith("__")) {
      for (const field of Object.values(type.getFields())) delete field.resolve;
    }
  }

  const predictHousePrice: Resolve<ModelArguments & { readonly input: InputValues }> = (
    _root,
    { input, model = null },
    context,
  ) => prices.predictHousePrice(context, input, model);
  const predictHousePrices: Resolve<ModelArguments & { readonly inputs: InputValues[] }> = (
    _root,
    { inputs, model = null },
    context,
  ) => prices.predictHousePrices(context, inputs, model);
  const modelInfo: Resolve<ModelArguments> = (_root, { model = null }, context) =>
    infos.modelInfo(context, model);
  const models: Resolve = (_root, _arguments, context) => infos.models(context);
  resolveBy(schema.getQueryType(), { predictHousePrice, predictHousePrices, modelInfo, models });

  const prediction = schema.getType(PREDICTION);
  const interval: ResolveOfPrediction<{ readonly coverage: number }> = (source, { coverage }) =>
    source.interval(coverage);
  const contributions: ResolveOfPrediction<{ readonly first?: number | null }> = (source, { first = null }) =>
    source.contributions(first);
  resolveBy(prediction, { interval, contributions });
  limitArgument(prediction, "interval", "coverage", isCoverage);
  limitArgument(prediction, "contributions", "first", isFirst);
  resolveUnionByClass(schema);
  refuseUnresolvedArguments(schema);
  return schema;
}

type AnyResolver = NonNullable<ReturnType<GraphQLObjectType["getFields"]>[string]["resolve"]>;

function resolveBy(type: unknown, resolvers: { readonly [field: string]: AnyResolver }): void {
  if (!isObjectType(type)) throw new TypeError("The schema lacks a type that has resolvers.");
  const fields = type.getFields();
  for (const [name, resolve] of Object.entries(resolvers)) fields[name].resolve = resolve;
}

/** Declares accepted values in the argument's extensions, for checks before execution. */
function limitArgument(
  type: unknown,
  field: string,
  name: string,
  accepts: (value: unknown) => boolean,
): void {
  const argument = isObjectType(type) && type.getFields()[field].args.find((each) => each.name === name);
  if (!argument) throw new TypeError(`The schema lacks the argument ${name} of ${field}.`);
  argument.extensions = { ...argument.extensions, accepts };
}

function resolveUnionByClass(schema: GraphQLSchema): void {
  const union = schema.getType("HousePriceResult");
  if (!isUnionType(union)) throw new TypeError("The schema lacks the union of results.");
  union.resolveType = (value) =>
    value instanceof InvalidHouseFeatures ? InvalidHouseFeatures.name : PREDICTION;
}

/** Fails at startup, not in a query, if a field with arguments was forgotten here. */
function refuseUnresolvedArguments(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const { name, args, resolve } of Object.values(type.getFields())) {
      if (args.length > 0 && !resolve) throw new TypeError(`${type.name}.${name} has no direct resolver.`);
    }
  }
}
