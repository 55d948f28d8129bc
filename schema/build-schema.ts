import "reflect-metadata";
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from "graphql";
import { buildSchemaSync } from "type-graphql";
import { HousePriceResolver } from "./house-price.resolver";
import { ModelInfoResolver } from "./model-info.resolver";

/** The executable schema. */
export function buildSchema(): GraphQLSchema {
  return buildSchemaSync({
    resolvers: [HousePriceResolver, ModelInfoResolver],
    // Arguments are validated where they are declared, so that an error can name the argument.
    validate: false,
  });
}

/** The schema as text, in an order that does not change: what `schema/schema.graphql` holds. */
export function printSortedSchema(): string {
  return `${printSchema(lexicographicSortSchema(buildSchema()))}\n`;
}
