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

/** Name of the type of predictions. */
const PREDICTION = "HousePricePrediction";

/**
 * Puts plain functions in the place of type-graphql's wrappers, which make a copy and a promise of every argument of
 * every call, and a closure and an array of every field of every row. They take most of the time of a prediction.
 *
 * The schema remains the one that the decorators describe, and the same methods of the same classes answer:
 *
 * - The root fields call their resolver with the arguments as graphql-js has coerced them. The input classes have
 *   no behaviour of their own, so a plain object of the same fields serves as well as an instance.
 * - A field with arguments calls the method of its source.
 * - A field without arguments is left to graphql-js, which reads the property of the same name.
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

/** Tells in the argument's extensions which values its resolver accepts, for those who want to know before they execute. */
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

/** A field with arguments that is added to a class and forgotten here ends the start, not a query. */
function refuseUnresolvedArguments(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const { name, args, resolve } of Object.values(type.getFields())) {
      if (args.length > 0 && !resolve) throw new TypeError(`${type.name}.${name} has no direct resolver.`);
    }
  }
}
