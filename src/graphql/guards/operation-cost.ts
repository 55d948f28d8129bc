import {
  type ASTVisitor,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
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

/** The field whose answer has as many rows as the named argument. */
export const BATCH = { field: "predictHousePrices", argument: "inputs" } as const;

/** The argument of a list that bounds its length. */
const FIRST = "first";

/** Length of a list of which nothing is known. */
const DEFAULT_LIST_LENGTH = 10;

/** A field of many rows: how many are in the document, or which variable has them. */
interface Batch {
  readonly rows: number | { readonly variable: string };
  readonly perRow: number;
}

/** What an operation costs besides its batches, and those. */
export interface CostPlan {
  readonly fixed: number;
  readonly batches: readonly Batch[];
}

/** Plans the costs of a schema's operations. */
export class CostPlanner {
  private readonly bareSchema: GraphQLSchema;
  private readonly introspection: ListLengths;
  private readonly costs: FieldCosts;

  /** @param table - that the schema is about */
  constructor(schema: GraphQLSchema, table: Table) {
    this.costs = fieldCosts(table);
    this.introspection = introspectionLengths(schema);
    this.bareSchema = withoutArguments(schema);
  }

  /**
   * Counts the fields of an operation once, so that each request costs no more than a look at the lengths of its batches.
   *
   * graphql-query-complexity coerces all arguments of all fields, variables included, and gives up on a value that does not fit. This
   * project's costs need only the lengths of the batches, which a visitor takes from the document itself. So the fields are counted by a
   * schema whose fields have no arguments, in an operation without variables. `@include` and `@skip` are ignored: the cost is an upper
   * bound.
   *
   * @param lengths - greatest length of each list
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
      // It gives up at 10,000 fields: fragments that spread each other can name more than anybody could count.
      return { fixed: Number.POSITIVE_INFINITY, batches };
    }
  }
}

/** Rows of each batch of an operation, with variables that need not be valid. */
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

/** What an operation costs whose batches have so many rows, in units of `schema/field-costs.ts`. */
export function costOf({ fixed, batches }: CostPlan, rows: readonly number[]): number {
  let units = fixed;
  for (let i = 0; i < rows.length; i++) units += batches[i].perRow * rows[i];
  return units;
}

const NO_ROWS: readonly number[] = [];

const WITHOUT_VARIABLES: ASTVisitor = {
  Directive: () => null,
  VariableDefinition: () => null,
  // The one argument that introspection demands: `__type(name:)`.
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

/** Most entries that a list has whose field says how many are to be told apart: those, and one for the others. */
function lengthAsked({ arguments: given = [] }: FieldNode): number {
  const first = given.find(({ name }) => name.value === FIRST)?.value;
  return first?.kind === Kind.INT ? Math.max(0, Number(first.value)) + 1 : Number.POSITIVE_INFINITY;
}

/** Notes the batches: their rows count beside the other fields. */
function batchEstimator(batches: Batch[], { row }: FieldCosts): ComplexityEstimator {
  return ({ field, node, childComplexity }) => {
    if (field.name !== BATCH.field) return undefined;
    const value = node.arguments?.find(({ name }) => name.value === BATCH.argument)?.value;
    const rows = value?.kind === Kind.VARIABLE ? { variable: value.name.value } : rowsOfLiteral(value);
    batches.push({ rows, perRow: row + childComplexity });
    return 1;
  };
}

/** GraphQL takes a single value where a list is asked for, as a list of one. */
function rowsOfLiteral(value: ValueNode | undefined): number {
  return value?.kind === Kind.LIST ? value.values.length : 1;
}

function rowsOf(variables: Variables | undefined, operation: OperationDefinitionNode, name: string): number {
  const value = variables?.[name];
  if (value !== undefined) return Array.isArray(value) ? value.length : 1;
  const definition = operation.variableDefinitions?.find(({ variable }) => variable.name.value === name);
  return rowsOfLiteral(definition?.defaultValue);
}
