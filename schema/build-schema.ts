import "reflect-metadata";
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from "graphql";
import { buildSchemaSync } from "type-graphql";
import type { Table } from "../model/table/table";
import { useDirectResolvers } from "./direct-resolvers";
import type { EntityNames } from "./federation/entity";
import { buildSubgraph, type Subgraph } from "./federation/subgraph-schema";
import { fieldCosts } from "./field-costs";
import { defineHousePriceResolver } from "./house-price.resolver";
import { defineModelInfoResolver } from "./model-info.resolver";
import { withOwnMetadata } from "./own-metadata";

export function buildSchema(table: Table): GraphQLSchema {
  return build(table).schema;
}

/**
 * The same schema as a subgraph of Federation 2, where predictions are a field of another subgraph's entity.
 *
 * @throws HousePriceError CONFIG_INVALID where the names do not fit the table
 */
export function buildFederatedSchema(table: Table, names: EntityNames): Subgraph {
  const { schema, prices } = build(table);
  return buildSubgraph(schema, table, names, prices, fieldCosts(table).row);
}

function build(table: Table) {
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
    const prices = new HousePriceResolver();
    return { schema: useDirectResolvers(schema, prices, new ModelInfoResolver()), prices };
  });
}

/** The schema in a stable order, as in `schema/schema.graphql`. */
export function printSortedSchema(table: Table): string {
  return `${printSchema(lexicographicSortSchema(buildSchema(table)))}\n`;
}
