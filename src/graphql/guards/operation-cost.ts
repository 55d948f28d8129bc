import {
  type ASTVisitor,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type ValueNode,
  visit,
} from "graphql";
import { type ComplexityEstimator, getComplexity } from "graphql-query-complexity";
import type { Table } from "../../../model/table/table";
import { type FieldCosts, fieldCosts, type ListLengths, OBJECT_COST } from "../../../schema/field-costs";
import type { Variables } from "../compiled-operations";
import { introspectionLengths } from "./introspection-lengths";
import { withoutArguments } from "./schema-without-arguments";

/** The batch field, and the argument with one item per row. */
export const BATCH = { field: "predictHousePrices", argument: "inputs" } as const;

/** The arguments of all batch fields. */
const BATCHES: ReadonlyMap<string, string> = new Map([
  [BATCH.field, BATCH.argument],
  // Houses of other subgraphs, as a router requests them.
  ["_entities", "representations"],
]);

const FIRST = "first";

/** Assumed for a list of unknown length. */
const DEFAULT_LIST_LENGTH = 10;

/** A batch: its number of rows, or the variable that holds them. */
interface Batch {
  /** Name of the argument that has the rows. */
  readonly argument: string;
  readonly rows: number | { readonly variable: string };
  readonly perRow: number;
}

export interface CostPlan {
  readonly fixed: number;
  readonly batches: readonly Batch[];
}

export class CostPlanner {
  private readonly bareSchema: GraphQLSchema;
  private readonly introspection: ListLengths;
  private readonly costs: FieldCosts;

  constructor(schema: GraphQLSchema, table: Table) {
    this.costs = allCosts(schema, table);
    this.introspection = introspectionLengths(schema);
    this.bareSchema = withoutArguments(schema);
  }

  /**
   * Counts the fields of an operation once, so that each request only looks up the lengths of its batches.
   *
   * graphql-query-complexity coerces all arguments and fails on invalid values. Costs need only batch lengths, which a visitor takes from
   * the document. So fields are counted with a schema without arguments and an operation without variables. `@include` and `@skip` are
   * ignored: the cost is an upper bound.
   *
   * @param lengths - maximum length of each list
   */
  plan(document: DocumentNode, operation: OperationDefinitionNode, lengths: ListLengths): CostPlan {
    const batches: Batch[] = [];
    const definitions = document.definitions.filter(
      (definition) => definition === operation || definition.kind === Kind.FRAGMENT_DEFINITION,
    );
    const query = visit({ ...document, definitions }, WITHOUT_VARIABLES);
    const allLengths = { ...this.introspection, ...lengths };
    const estimators = [batchEstimator(batches, this.costs), fieldEstimator(allLengths, this.costs)];
    try {
      return { fixed: getComplexity({ schema: this.bareSchema, query, estimators }), batches };
    } catch {
      // It gives up at 10,000 fields; fragments that spread each other can stand for exponentially many.
      return { fixed: Number.POSITIVE_INFINITY, batches };
    }
  }
}

/** Number of rows of each batch; `variables` may be invalid. */
export function rowsOfBatches(
  { batches }: CostPlan,
  operation: OperationDefinitionNode,
  variables: Variables | undefined,
): readonly number[] {
  if (batches.length === 0) return NO_ROWS;
  return batches.map(({ rows }) =>
    typeof rows === "number" ? rows : rowsOf(variables, operation, rows.variable),
  );
}

/** Cost of an operation, in units of `schema/field-costs.ts`. */
export function costOf({ fixed, batches }: CostPlan, rows: readonly number[]): number {
  let units = fixed;
  for (let i = 0; i < rows.length; i++) units += batches[i].perRow * rows[i];
  return units;
}

/** The costs of the table's fields, and of those that tell their cost in their extensions. */
function allCosts(schema: GraphQLSchema, table: Table): FieldCosts {
  const { row, fields } = fieldCosts(table);
  const told: { [coordinate: string]: number } = {};
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const { name, extensions } of Object.values(type.getFields())) {
      if (typeof extensions.cost === "number") told[`${type.name}.${name}`] = extensions.cost;
    }
  }
  return { row, fields: { ...fields, ...told } };
}

const NO_ROWS: readonly number[] = [];

const WITHOUT_VARIABLES: ASTVisitor = {
  Directive: () => null,
  VariableDefinition: () => null,
  // The only required argument of introspection: `__type(name:)`.
  Argument: (argument) =>
    argument.name.value === "name" ? { ...argument, value: { kind: Kind.STRING, value: "" } } : undefined,
};

function fieldEstimator(lengths: ListLengths, { fields }: FieldCosts): ComplexityEstimator {
  return ({ type, field, node, childComplexity }) => {
    const coordinate = `${type.name}.${field.name}`;
    const own = 1 + (fields[coordinate] ?? 0);
    const isObject = isCompositeType(getNamedType(field.type));
    if (!isListType(getNullableType(field.type))) return isObject ? own + OBJECT_COST + childComplexity : own;
    const length = Math.min(lengths[coordinate] ?? DEFAULT_LIST_LENGTH, lengthAsked(node));
    return own + length * (isObject ? OBJECT_COST + childComplexity : 1);
  };
}

/** Maximum length of a list whose field limits it by `first`: one more entry stands for the rest. */
function lengthAsked({ arguments: given = [] }: FieldNode): number {
  const first = given.find(({ name }) => name.value === FIRST)?.value;
  return first?.kind === Kind.INT ? Math.max(0, Number(first.value)) + 1 : Number.POSITIVE_INFINITY;
}

/** Collects the batches; their rows are counted separately. */
function batchEstimator(batches: Batch[], { row }: FieldCosts): ComplexityEstimator {
  return ({ field, node, childComplexity }) => {
    const argument = BATCHES.get(field.name);
    if (argument === undefined) return undefined;
    const value = node.arguments?.find(({ name }) => name.value === argument)?.value;
    const rows = value?.kind === Kind.VARIABLE ? { variable: value.name.value } : rowsOfLiteral(value);
    batches.push({ argument, rows, perRow: row + childComplexity });
    return 1;
  };
}

/** GraphQL coerces a single value to a list of one. */
function rowsOfLiteral(value: ValueNode | undefined): number {
  return value?.kind === Kind.LIST ? value.values.length : 1;
}

function rowsOf(variables: Variables | undefined, operation: OperationDefinitionNode, name: string): number {
  const value = variables?.[name];
  if (value !== undefined) return Array.isArray(value) ? value.length : 1;
  const definition = operation.variableDefinitions?.find(({ variable }) => variable.name.value === name);
  return rowsOfLiteral(definition?.defaultValue);
}
