import { Kind, type OperationDefinitionNode, type ValueNode } from "graphql";
import type { Variables } from "../operation-request";

/** A batch: its number of rows, or the variable that holds them. */
export interface Batch {
  /** Name of the argument that has the rows. */
  readonly argument: string;
  readonly rows: number | { readonly variable: string };
  readonly perRow: number;
}

/** The cost of an operation, in units of `schema/field-costs.ts`, but for the number of rows of its batches. */
export interface CostPlan {
  readonly fixed: number;
  readonly batches: readonly Batch[];
}

/** Number of rows of each batch; `variables` may be invalid. */
export function rowsOfBatches(
  { batches }: CostPlan,
  operation: OperationDefinitionNode,
  variables: Variables | undefined,
): readonly number[] {
  if (batches.length === 0) return NO_ROWS;
  return batches.map(({ rows }) =>
    typeof rows === "number" ? rows : rowsOfVariable(variables, operation, rows.variable),
  );
}

const NO_ROWS: readonly number[] = [];

/** Cost of an operation, in units of `schema/field-costs.ts`. */
export function costOf({ fixed, batches }: CostPlan, rows: readonly number[]): number {
  let units = fixed;
  for (let i = 0; i < rows.length; i++) units += batches[i].perRow * rows[i];
  return units;
}

/** GraphQL coerces a single value to a list of one. */
export function rowsOfLiteral(value: ValueNode | undefined): number {
  return value?.kind === Kind.LIST ? value.values.length : 1;
}

function rowsOfVariable(
  variables: Variables | undefined,
  operation: OperationDefinitionNode,
  name: string,
): number {
  const value = variables?.[name];
  if (value !== undefined) return Array.isArray(value) ? value.length : 1;
  const definition = operation.variableDefinitions?.find(({ variable }) => variable.name.value === name);
  return rowsOfLiteral(definition?.defaultValue);
}
