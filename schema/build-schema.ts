import "reflect-metadata";
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from "graphql";
import { buildSchemaSync } from "type-graphql";
import type { Table } from "../model/table/table";
import { useDirectResolvers } from "./direct-resolvers";
import { defineHousePriceResolver } from "./house-price.resolver";
import { defineModelInfoResolver } from "./model-info.resolver";
import { withOwnMetadata } from "./own-metadata";

/** The executable schema for questions about a table. */
export function buildSchema(table: Table): GraphQLSchema {
  return withOwnMetadata(() => {
    const HousePriceResolver = defineHousePriceResolver(table);
    const ModelInfoResolver = defineModelInfoResolver(table);
    const schema = buildSchemaSync({
      resolvers: [HousePriceResolver, ModelInfoResolver],
      // Rows are checked where they are predicted, so that an error can name the argument, and of a batch the row.
      validate: false,
      // type-graphql would execute a whole introspection to find out whether the schema is valid. Apollo Server looks at that, too.
      skipCheck: true,
      disableInferringDefaultValues: true,
    });
    return useDirectResolvers(schema, new HousePriceResolver(), new ModelInfoResolver());
  });
}

/** The schema as text, in an order that does not change: what `schema/schema.graphql` holds of the table that ships with the project. */
export function printSortedSchema(table: Table): string {
  return `${printSchema(lexicographicSortSchema(buildSchema(table)))}\n`;
}
