import type { GraphQLSchema } from "graphql";
import { HousePriceError } from "../../model/errors";
import type { Table } from "../../model/table/table";
import type { TableColumn } from "../../model/table/table-column";

/** The field of the entity that this subgraph adds. */
export const PREDICTION_FIELD = "prediction";

/** How the entity is named in the graph that other subgraphs are part of. */
export interface EntityNames {
  /** Type of the houses, such as `House`. */
  readonly entity: string;
  /** Fields that identify a house, such as `id`. */
  readonly key: readonly string[];
  /**
   * API names of the columns that the owner of the houses has, with `!` where they cannot be null there. If empty, all of the table, which
   * cannot be null where the table requires them.
   */
  readonly columns: readonly string[];
}

/** A type of another subgraph that this one adds predictions to. */
export interface Entity {
  readonly name: string;
  readonly key: readonly string[];
  /** The columns that predictions are made from. */
  readonly columns: readonly EntityColumn[];
}

/** A column of the entity. */
export interface EntityColumn {
  readonly column: TableColumn;
  /** Its position in a row. */
  readonly position: number;
  /** Whether the owner says that it cannot be null. Composers demand the same of all subgraphs. */
  readonly nonNull: boolean;
}

/** What follows a column's name that cannot be null. */
const NON_NULL = "!";

/** Whether GraphQL lets a type or a field have this name. */
export function isGraphQLName(name: string): boolean {
  return /^(?!__)[A-Za-z_][A-Za-z0-9_]{0,99}$/.test(name);
}

/**
 * The entity of a table.
 *
 * @param schema - of the table, without the entity
 * @throws HousePriceError CONFIG_INVALID where a name is taken or unknown, or the table requires a column that is not listed
 */
export function entityOf(table: Table, schema: GraphQLSchema, names: EntityNames): Entity {
  const { entity: name, key, columns: listed } = names;
  for (const each of [name, ...key]) {
    if (!isGraphQLName(each))
      throw invalid(each === name ? "FEDERATION_ENTITY" : "FEDERATION_KEY", "it is not a name of GraphQL");
  }
  if (key.length === 0) throw invalid("FEDERATION_KEY", "it has no field");
  if (schema.getType(name)) throw invalid("FEDERATION_ENTITY", `the schema already has a type ${name}`);
  const columns = columnsOf(table, listed);
  const absent = table.features.find(({ apiName, required }) => required && !has(columns, apiName));
  if (absent) throw invalid("FEDERATION_COLUMNS", `the table requires ${absent.apiName}`);
  const taken = key.find((field) => field === PREDICTION_FIELD || has(columns, field));
  if (taken !== undefined) throw invalid("FEDERATION_KEY", `${taken} is the name of another field`);
  if (has(columns, PREDICTION_FIELD)) {
    throw invalid("FEDERATION_COLUMNS", `${PREDICTION_FIELD} is the name of the field that is added`);
  }
  return { name, key, columns };
}

function columnsOf({ features }: Table, listed: readonly string[]): EntityColumn[] {
  const all = features.map((column, position) => ({ column, position, nonNull: column.required }));
  if (listed.length === 0) return all;
  const names = new Map(
    listed.map((text) => (text.endsWith(NON_NULL) ? [text.slice(0, -NON_NULL.length), true] : [text, false])),
  );
  const unknown = [...names.keys()].find((name) => !features.some(({ apiName }) => apiName === name));
  if (unknown !== undefined) throw invalid("FEDERATION_COLUMNS", `the table has no column ${unknown}`);
  return all.flatMap((each) => {
    const nonNull = names.get(each.column.apiName);
    return nonNull === undefined ? [] : { ...each, nonNull };
  });
}

function has(columns: Entity["columns"], apiName: string): boolean {
  return columns.some(({ column }) => column.apiName === apiName);
}

function invalid(variable: string, reason: string): HousePriceError {
  return new HousePriceError("CONFIG_INVALID", `${variable} cannot be used: ${reason}.`);
}
