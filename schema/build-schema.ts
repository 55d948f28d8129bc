import "reflect-metadata";
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from "graphql";
import { buildSchemaSync } from "type-graphql";
import { useDirectResolvers } from "./direct-resolvers";
import { HousePriceResolver } from "./house-price.resolver";
import { ModelInfoResolver } from "./model-info.resolver";

/** The executable schema. */
export function buildSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: [HousePriceResolver, ModelInfoResolver],
    // Rows are checked where they are predicted, so that an error can name the argument, and of a batch the row.
    validate: false,
    // type-graphql would execute a whole introspection to find out whether the schema is valid. Apollo Server looks at that, too.
    skipCheck: true,
  });
  return useDirectResolvers(schema);
}

/** The schema as text, in an order that does not change: what `schema/schema.graphql` holds. */
export function printSortedSchema(): string {
  return `${printSchema(lexicographicSortSchema(buildSchema()))}\n`;
}
