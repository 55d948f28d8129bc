import {
  GraphQLBoolean,
  type GraphQLFieldConfig,
  type GraphQLFieldConfigMap,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLString,
  GraphQLUnionType,
  isInputObjectType,
  isObjectType,
} from "graphql";
import type { Table } from "../../model/table/table";
import type { ColumnKind } from "../../model/table/table-column";
import type { GraphQLContext } from "../context";
import { DateScalar } from "../date.scalar";
import { InputProblem } from "../invalid-input.error";
import type { ModelSelector } from "../model-selector.input";
import { refuseBadArguments } from "./check-arguments";
import { type Entity, type EntityNames, entityOf, PREDICTION_FIELD } from "./entity";
import { EntityBatch } from "./entity-batch";
import { EntityHouse, type Prices } from "./entity-house";
import { printSubgraph } from "./subgraph-sdl";

type Fields<Source> = GraphQLFieldConfigMap<Source, GraphQLContext>;

/** The types of the columns in the subgraph that owns the houses: a category is the text in the data. */
const TYPES: { readonly [kind in ColumnKind]: GraphQLOutputType } = {
  number: GraphQLFloat,
  integer: GraphQLInt,
  year: GraphQLInt,
  boolean: GraphQLBoolean,
  date: DateScalar,
  category: GraphQLString,
};

/** Bytes of an answer that one unit of cost stands for (`schema/field-costs.ts`). */
const BYTES_PER_UNIT = 30;

/** What a key costs more than a field: it is a text of up to 200 characters. */
const KEY_COST = 6;

/** A subgraph of Federation 2. */
export interface Subgraph {
  readonly schema: GraphQLSchema;
  readonly sdl: string;
}

/**
 * Adds an entity with predictions to a schema, and the fields by which a router asks for it.
 *
 * Source: https://www.apollographql.com/docs/graphos/schema-design/federated-schemas/reference/subgraph-spec
 *
 * @param schema - of the table, with its resolvers
 * @param rowCost - what it costs to predict a row
 * @throws HousePriceError CONFIG_INVALID where the names do not fit the table
 */
export function buildSubgraph(
  schema: GraphQLSchema,
  table: Table,
  names: EntityNames,
  prices: Prices,
  rowCost: number,
): Subgraph {
  const entity = entityOf(table, schema, names);
  const type = defineEntityType(schema, entity, rowCost);
  const sdl = printSubgraph(schema, type, entity);
  const query = schema.getQueryType()?.toConfig();
  const config = schema.toConfig();
  const fields: Fields<unknown> = {
    _service: serviceField(sdl),
    _entities: entitiesField(table, entity, type, prices),
  };
  return {
    sdl,
    schema: new GraphQLSchema({
      ...config,
      query: query && new GraphQLObjectType({ ...query, fields: { ...query.fields, ...fields } }),
      types: config.types.filter(({ name }) => name !== query?.name),
    }),
  };
}

function defineEntityType(schema: GraphQLSchema, { name, key, columns }: Entity, rowCost: number) {
  const fields: Fields<EntityHouse> = {};
  for (const field of key) {
    fields[field] = {
      type: new GraphQLNonNull(GraphQLID),
      resolve: ({ representation }) => representation[field],
      extensions: { cost: KEY_COST },
    };
  }
  for (const { column, position } of columns) {
    // A client could ask for it directly. Null then is null, also of a column that the owner never leaves out: not an error for each house.
    fields[column.apiName] = {
      type: TYPES[column.kind],
      resolve: (house) => house.valueOf(column, position),
    };
  }
  fields[PREDICTION_FIELD] = predictionField(schema, rowCost);
  return new GraphQLObjectType({ name, fields });
}

function predictionField(
  schema: GraphQLSchema,
  rowCost: number,
): GraphQLFieldConfig<EntityHouse, GraphQLContext> {
  const prediction = schema.getType("HousePricePrediction");
  const selector = schema.getType("ModelSelector");
  if (!isObjectType(prediction) || !isInputObjectType(selector)) {
    throw new TypeError("The schema lacks the type of predictions.");
  }
  return {
    description: "The prediction for this house; null, with an error, if it cannot be predicted.",
    type: prediction,
    args: {
      model: {
        type: selector,
        description: "The model to use (default: the best model whose features the house has).",
      },
    },
    resolve: (house, { model = null }: { readonly model?: ModelSelector | null }, context) =>
      house.prediction(context, model),
    extensions: { cost: rowCost },
  };
}

function serviceField(sdl: string): GraphQLFieldConfig<unknown, GraphQLContext> {
  const type = new GraphQLObjectType({
    name: "_Service",
    fields: {
      sdl: {
        type: new GraphQLNonNull(GraphQLString),
        extensions: { cost: Math.ceil(sdl.length / BYTES_PER_UNIT) },
      },
    },
  });
  return { type: new GraphQLNonNull(type), resolve: () => ({ sdl }) };
}

function entitiesField(
  table: Table,
  entity: Entity,
  type: GraphQLObjectType,
  prices: Prices,
): GraphQLFieldConfig<unknown, GraphQLContext> {
  const any = new GraphQLScalarType({ name: "_Any" });
  const union = new GraphQLUnionType({ name: "_Entity", types: [type], resolveType: () => entity.name });
  const list = <Item extends GraphQLOutputType>(item: Item) => new GraphQLNonNull(new GraphQLList(item));
  return {
    type: list(union),
    args: { representations: { type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(any))) } },
    resolve: (_root, { representations }: { readonly representations: unknown[] }, { recorder }, info) => {
      refuseBadArguments(info);
      recorder?.batched(representations.length, 0);
      const batch = new EntityBatch(table, entity, representations);
      return representations.map((_, index) => {
        const read = batch.read(index);
        // An error in a list is the error of its item alone.
        if (read instanceof InputProblem) return batch.failureOf(read);
        return new EntityHouse(batch, index, index * table.width, read, prices);
      });
    },
  };
}
