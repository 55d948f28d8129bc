import "reflect-metadata";
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from "graphql";
import { buildSchemaSync } from "type-graphql";
import type { Table } from "../model/table/table";
import { useDirectResolvers } from "./direct-resolvers";
import { defineHousePriceResolver } from "./house-price.resolver";
import { defineModelInfoResolver } from "./model-info.resolver";
import { withOwnMetadata } from "./own-metadata";

export function buildSchema(table: Table): GraphQLSchema {
  return withOwnMetadata(() => {
    const HousePriceResolver = defineHousePriceResolver(table);
    const ModelInfoResolver = defineModelInfoResolver(table);
    const schema = buildSchemaSync({
      resolvers: [HousePriceResolver, ModelInfoResolver],
      // Rows are checked where they are predicted, so that errors can name the argument and the row.
      validate: false,
      // type-graphql would execute a full introspection to validate the schema, which Apollo Server does too.
      skipCheck: true,
      disableInferringDefaultValues: true,
    });
    return useDirectResolvers(schema, new HousePriceResolver(), new ModelInfoResolver());
  });
}

/** The schema in a stable order, as in `schema/schema.graphql`. */
export function printSortedSchema(table: Table): string {
  return `${printSchema(lexicographicSortSchema(buildSchema(table)))}\n`;
}
