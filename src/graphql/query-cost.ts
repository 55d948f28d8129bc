import type { ApolloServerPlugin } from "@apollo/server";
import {
  type ASTVisitor,
  type DocumentNode,
  GraphQLError,
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
import type { ErrorCode } from "../../model/errors";
import { withoutArguments } from "./schema-without-arguments";

/**
 * The cost of an operation says how much is made to answer it: each field counts one, each object {@link OBJECT} more, what is in a
 * list {@link LIST_ITEMS} times, and what is in a batch once for each of its rows. Of the variables only the lengths of the batches
 * matter, so the fields are counted once for each operation, and each request costs a look at a few lengths.
 */

/** What an object counts besides its fields: it takes about as much memory as three of them. */
const OBJECT = 3;

/** How often the items of a list count. The longest in an answer has one entry for each of eight features, and some more. */
const LIST_ITEMS = 10;

/** The field whose answer has as many rows as the named argument. */
const BATCH = { field: "predictHousePrices", argument: "inputs" } as const;

/** A field of many rows: how many stand in the document, or which variable has them. */
interface Batch {
  readonly rows: number | { readonly variable: string };
  readonly perRow: number;
}

/** What an operation costs besides its batches, and those. */
interface CostPlan {
  readonly fixed: number;
  readonly batches: readonly Batch[];
}

type Variables = { readonly [name: string]: unknown };

/**
 * Refuses an operation that asks for too much, before its variables are coerced and before it is executed.
 *
 * @param document - a document that has passed validation; it must not change afterwards
 * @param operation - the one of its operations that is to run
 * @param variables - as they came with the request
 * @throws GraphQLError QUERY_TOO_COSTLY
 */
export type RefuseCostly = (
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables | undefined,
) => void;

export interface CostLimits {
  /** Most that one operation may cost. */
  readonly maxCost: number;
  /** Most rows that all the batches of an operation may have together. A single one that has more is refused where it is answered. */
  readonly maxRows: number;
}

/** Makes what refuses costly operations; it remembers what each operation costs as long as somebody holds the operation. */
export function costLimit(schema: GraphQLSchema, { maxCost, maxRows }: CostLimits): RefuseCostly {
  const bareSchema = withoutArguments(schema);
  const plans = new WeakMap<OperationDefinitionNode, CostPlan>();
  return (document, operation, variables) => {
    let plan = plans.get(operation);
    if (!plan) {
      plan = planCost(bareSchema, document, operation);
      plans.set(operation, plan);
    }
    let cost = plan.fixed;
    let allRows = 0;
    for (const { rows, perRow } of plan.batches) {
      const count = typeof rows === "number" ? rows : rowsOf(variables, operation, rows.variable);
      cost += perRow * count;
      allRows += count;
    }
    if (cost > maxCost) {
      const asked = Number.isFinite(cost) ? cost : "more than can be counted";
      throw tooCostly(
        `The query may cost ${maxCost}; it costs ${asked}. Select fewer fields, or send fewer rows.`,
      );
    }
    if (plan.batches.length > 1 && allRows > maxRows) {
      throw tooCostly(
        `The batches of a query may have ${maxRows} rows together; these have ${allRows}. Send them in parts.`,
      );
    }
  };
}

function tooCostly(message: string): GraphQLError {
  const code: ErrorCode = "QUERY_TOO_COSTLY";
  return new GraphQLError(message, { extensions: { code, http: { status: 400 } } });
}

/** Asks {@link RefuseCostly} at the earliest moment at which Apollo knows the operation. */
export function costLimitPlugin(refuseCostly: RefuseCostly): ApolloServerPlugin {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, operation, request }) {
          if (operation) refuseCostly(document, operation, request.variables);
        },
      };
    },
  };
}

/**
 * graphql-query-complexity wants a value for every argument, on every request. No cost depends on one but for the
 * batches' lengths, which the estimator takes from the document itself; so the fields are counted once, by a schema
 * whose fields have no arguments, in an operation without variables. `@include` and `@skip` count as if they were not
 * there: the cost is an upper bound.
 */
function planCost(
  bareSchema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): CostPlan {
  const batches: Batch[] = [];
  const definitions = document.definitions.filter(
    (definition) => definition === operation || definition.kind === Kind.FRAGMENT_DEFINITION,
  );
  const query = visit({ ...document, definitions }, WITHOUT_VARIABLES);
  const estimators = [batchEstimator(batches), fieldEstimator];
  try {
    return { fixed: getComplexity({ schema: bareSchema, query, estimators }), batches };
  } catch {
    // It gives up at 10,000 fields: fragments that spread each other can name more than anybody could count.
    return { fixed: Number.POSITIVE_INFINITY, batches };
  }
}

const WITHOUT_VARIABLES: ASTVisitor = {
  Directive: () => null,
  VariableDefinition: () => null,
  // The one argument that introspection demands: `__type(name:)`.
  Argument: (argument) =>
    argument.name.value === "name" ? { ...argument, value: { kind: Kind.STRING, value: "" } } : undefined,
};

const fieldEstimator: ComplexityEstimator = ({ field, childComplexity }) => {
  if (!isCompositeType(getNamedType(field.type))) return 1;
  const items = isListType(getNullableType(field.type)) ? LIST_ITEMS : 1;
  return 1 + items * (OBJECT + childComplexity);
};

/** Notes the batches: their rows count beside the other fields. */
function batchEstimator(batches: Batch[]): ComplexityEstimator {
  return ({ field, node, childComplexity }) => {
    if (field.name !== BATCH.field) return undefined;
    const value = node.arguments?.find(({ name }) => name.value === BATCH.argument)?.value;
    const rows = value?.kind === Kind.VARIABLE ? { variable: value.name.value } : rowsOfLiteral(value);
    batches.push({ rows, perRow: OBJECT + childComplexity });
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
