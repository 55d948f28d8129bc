import type { ApolloServerPlugin } from "@apollo/server";
import {
  type ASTVisitor,
  type DocumentNode,
  GraphQLError,
  GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLSchema,
  GraphQLUnionType,
  getNamedType,
  getNullableType,
  isIntrospectionType,
  isListType,
  isObjectType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  type ValueNode,
  visit,
} from "graphql";
import { type ComplexityEstimator, getComplexity } from "graphql-query-complexity";
import type { ErrorCode } from "../../model/errors";

/**
 * The cost of an operation is the number of fields that it selects, where those of a batch count once a row: rows x
 * fields. Of the variables only the lengths of the batches matter, so the fields are counted once for each operation,
 * and each request costs a look at a few lengths.
 */

/** The field whose answer has as many rows as the named argument. */
const BATCH = { field: "predictHousePrices", argument: "inputs" } as const;

/** Rows that a list of the introspection counts for. */
const INTROSPECTION_ROWS = 10;

/** What an operation costs, whatever its variables, and for each row of a variable. */
interface CostPlan {
  readonly fixed: number;
  readonly batches: readonly { readonly variable: string; readonly perRow: number }[];
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

/** @param maxCost - most rows x fields that one operation may ask for */
export function costLimit(schema: GraphQLSchema, maxCost: number): RefuseCostly {
  const bareSchema = withoutArguments(schema);
  const plans = new WeakMap<OperationDefinitionNode, CostPlan>();
  return (document, operation, variables) => {
    let plan = plans.get(operation);
    if (!plan) {
      plan = planCost(bareSchema, document, operation);
      plans.set(operation, plan);
    }
    let cost = plan.fixed;
    for (const { variable, perRow } of plan.batches) cost += perRow * rowsOf(variables, operation, variable);
    if (cost > maxCost) throw tooCostly(cost, maxCost);
  };
}

function tooCostly(cost: number, maxCost: number): GraphQLError {
  const code: ErrorCode = "QUERY_TOO_COSTLY";
  const asked = Number.isFinite(cost) ? cost : "more than can be counted";
  return new GraphQLError(
    `The query may ask for ${maxCost} fields, each counted once a row; it asks for ${asked}. Select fewer, or send fewer rows.`,
    { extensions: { code, http: { status: 400 } } },
  );
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
  const batches: CostPlan["batches"][number][] = [];
  const definitions = document.definitions.filter(
    (definition) => definition === operation || definition.kind === Kind.FRAGMENT_DEFINITION,
  );
  const query = visit({ ...document, definitions }, WITHOUT_VARIABLES);
  const estimators = [batchEstimator(batches), introspectionEstimator, fieldEstimator];
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

/** The same objects and unions with the same fields, which is all of a schema that {@link planCost} looks at. */
function withoutArguments(schema: GraphQLSchema): GraphQLSchema {
  const bareTypes = new Map<string, GraphQLObjectType | GraphQLUnionType>();
  const bareType = ({ type }: { readonly type: GraphQLOutputType }) => {
    const named = getNamedType(type);
    return { type: bareTypes.get(named.name) ?? named };
  };
  const bareObject = ({ name }: GraphQLObjectType) => {
    const bare = bareTypes.get(name);
    if (!isObjectType(bare)) throw new TypeError(`The schema lacks the object type ${name}.`);
    return bare;
  };
  for (const type of Object.values(schema.getTypeMap())) {
    const { name } = type;
    if (isIntrospectionType(type)) continue;
    if (isObjectType(type)) {
      const fields = () => mapValues(type.getFields(), bareType);
      bareTypes.set(name, new GraphQLObjectType({ name, fields }));
    } else if (isUnionType(type)) {
      const types = () => type.getTypes().map(bareObject);
      bareTypes.set(name, new GraphQLUnionType({ name, types }));
    }
  }
  const query = schema.getQueryType();
  return new GraphQLSchema({ query: query && bareObject(query), assumeValid: true });
}

function mapValues<From, To>(record: { readonly [key: string]: From }, map: (value: From) => To) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}

const fieldEstimator: ComplexityEstimator = ({ childComplexity }) => 1 + childComplexity;

const introspectionEstimator: ComplexityEstimator = ({ type, field, childComplexity }) =>
  type.name.startsWith("__") && isListType(getNullableType(field.type))
    ? 1 + INTROSPECTION_ROWS * childComplexity
    : undefined;

/** Counts the rows of a batch that the document itself writes out, and notes the variable where it does not. */
function batchEstimator(batches: CostPlan["batches"][number][]): ComplexityEstimator {
  return ({ field, node, childComplexity }) => {
    if (field.name !== BATCH.field) return undefined;
    const rows = node.arguments?.find(({ name }) => name.value === BATCH.argument)?.value;
    if (rows?.kind !== Kind.VARIABLE) return 1 + rowsOfLiteral(rows) * childComplexity;
    batches.push({ variable: rows.name.value, perRow: childComplexity });
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
